using System.Text;
using Markdig.Helpers;

namespace KnowledgeCommons.Content.Markdown.Html;

/// <summary>The ids of one page: each given once, and none that the page's frame uses (those begin with <c>kc-</c>).</summary>
internal sealed class AnchorRegister
{
    private readonly HashSet<string> _taken = [];
    private readonly Dictionary<string, int> _copies = [];

    /// <summary>
    /// The id that a name written by an author becomes, on elements and in links alike: letters, digits, hyphens and
    /// underscores, out of the way of the page's frame. Null when nothing is left.
    /// </summary>
    public static string? Of(string name)
    {
        var id = new StringBuilder(name.Length);
        foreach (var letter in name.AsSpan().Trim()) id.Append(char.IsLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-');
        if (id.Length == 0) return null;
        var made = id.ToString();
        return made.StartsWith("kc-", StringComparison.OrdinalIgnoreCase) ? "section-" + made : made;
    }

    /// <summary>Gives an author's id to the first element that asks for it; null when there is none or it is taken.</summary>
    public string? Claim(string? name) => name is not null && Of(name) is { } id && _taken.Add(id) ? id : null;

    /// <summary>The id of a heading, made from its words as GitHub does it; a second heading of the same words gets a number.</summary>
    public string ForHeading(string heading)
    {
        var wanted = Of(LinkHelper.UrilizeAsGfm(heading)) ?? "section";
        if (_taken.Add(wanted)) return wanted;
        var copy = _copies.GetValueOrDefault(wanted);
        string id;
        do id = $"{wanted}-{++copy}"; while (!_taken.Add(id));
        _copies[wanted] = copy;
        return id;
    }
}
