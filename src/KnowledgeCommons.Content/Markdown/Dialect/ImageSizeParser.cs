using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>
/// The size behind a picture: <c>![Alt](picture.png){width=300 height=200}</c>, in pixels, either alone or both. Nothing else is
/// taken from the braces, so that they cannot carry other attributes.
/// </summary>
internal sealed class ImageSizeParser : InlineParser
{
    private const int Longest = 60;

    public ImageSizeParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Inline is not LinkInline { IsImage: true } image || slice.PeekCharExtra(-1) != ')') return false;
        var text = slice.AsSpan();
        if (text.Length > Longest) text = text[..Longest];
        var end = text.IndexOf('}');
        if (end < 0) return false;
        var parts = text[1..end].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || !Array.TrueForAll(parts, IsSize)) return false;
        foreach (var part in parts)
            image.GetAttributes().AddPropertyIfNotExist(part[..part.IndexOf('=')], Digits(part));
        slice.Start += end + 1;
        return true;
    }

    private static bool IsSize(string part) =>
        (part.StartsWith("width=", StringComparison.Ordinal) || part.StartsWith("height=", StringComparison.Ordinal))
        && ushort.TryParse(Digits(part), out var size) && size > 0;

    private static string Digits(string part)
    {
        var value = part[(part.IndexOf('=') + 1)..].Trim('"');
        return value.EndsWith("px", StringComparison.Ordinal) ? value[..^2] : value;
    }
}
