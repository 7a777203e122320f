using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace KnowledgeCommons.Content.Articles;

/// <summary>
/// The permanent address of an article: its path without the ending, lower case, NFC, words joined by hyphens,
/// folders by slashes. At most 300 characters; never empty, never with a dot segment.
/// </summary>
public readonly record struct Slug : IParsable<Slug>
{
    private const int Longest = 300;

    private Slug(string value) => Value = value;

    public string Value => field ?? "";

    /// <summary>The folder part, or "" for an article at the top.</summary>
    public string Folder => Value.LastIndexOf('/') is >= 0 and var cut ? Value[..cut] : "";

    /// <summary>Turns a file's path (slashes, any characters) into its slug; null when nothing usable is left.</summary>
    public static Slug? FromPath(string path)
    {
        var bare = path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        var value = string.Join('/', bare.Normalize(NormalizationForm.FormC).Split('/').Select(Segment).Where(part => part.Length > 0));
        return value.Length is 0 or > Longest ? null : new Slug(value);
    }

    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out Slug slug)
    {
        var parsed = text is null || !IsWellFormed(text) ? null : FromPath(text);
        slug = parsed ?? default;
        return parsed is not null;
    }

    public static Slug Parse(string text, IFormatProvider? provider) =>
        TryParse(text, provider, out var slug) ? slug : throw new FormatException($"'{text}' is not an article's address.");

    /// <summary>The site-relative address, percent-encoded.</summary>
    public string Url => "/articles/" + AddressPath.Escape(Value);

    /// <summary>The address of one of the article's sections; of the article as a whole when there is no anchor.</summary>
    public string UrlAt(string? anchor) => string.IsNullOrEmpty(anchor) ? Url : $"{Url}#{Uri.EscapeDataString(anchor)}";

    public override string ToString() => Value;

    // A lone surrogate cannot be normalised and is never part of an address.
    private static bool IsWellFormed(string text) =>
        !text.EnumerateRunes().Contains(Rune.ReplacementChar);

    private static string Segment(string part)
    {
        var kept = new StringBuilder(part.Length);
        foreach (var rune in part.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '.' || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark)
                kept.Append(Rune.ToLowerInvariant(rune));
            else if (kept.Length > 0 && kept[^1] != '-')
                kept.Append('-');
        }
        return kept.ToString().Trim('-', '.');
    }
}
