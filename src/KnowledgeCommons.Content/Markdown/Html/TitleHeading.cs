using AngleSharp.Dom;

namespace KnowledgeCommons.Content.Markdown.Html;

/// <summary>The heading that the page shows as the article's title, so that the body does not repeat it.</summary>
internal sealed record TitleHeading(IElement? TakenOut, string? FirstHeading)
{
    /// <summary>
    /// Without a title the first heading becomes it. With one, a first-level heading that opens the body serves as the title when it says the
    /// same or is the only one of its level.
    /// </summary>
    public static TitleHeading Find(INodeList body, string? title)
    {
        IElement? first = null;
        var opens = true;
        var sameLevel = 0;
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] is not IElement element) { opens &= first is not null || string.IsNullOrWhiteSpace(body[i].TextContent); continue; }
            if (LevelOf(element) is { } level)
            {
                first ??= element;
                if (level == 1) sameLevel++;
            }
            opens &= first is not null;
        }
        if (first is null) return new TitleHeading(null, null);
        var words = NodeText.Of(first);
        var serves = title is null
            || LevelOf(first) == 1 && (sameLevel == 1 || string.Equals(words, title.Trim(), StringComparison.OrdinalIgnoreCase));
        return new TitleHeading(opens && serves ? first : null, words.Length == 0 ? null : words);
    }

    /// <summary>1 to 6 for a heading, null for anything else.</summary>
    public static int? LevelOf(IElement element) =>
        element.LocalName is ['h', >= '1' and <= '6'] name ? name[1] - '0' : null;
}
