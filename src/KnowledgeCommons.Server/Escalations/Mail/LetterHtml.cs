using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>The same letter for mail programs that prefer HTML: its paragraphs, escaped, with links to tap. No pictures, nothing from elsewhere.</summary>
internal static partial class LetterHtml
{
    public static string Of(Letter letter) => "<!DOCTYPE html>\n" + new XElement("html",
        new XElement("head", new XElement("meta", new XAttribute("charset", "utf-8")), new XElement("title", Clean(letter.Subject))),
        new XElement("body", letter.Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(Paragraph)))
        .ToString(SaveOptions.DisableFormatting);

    private static XElement Paragraph(string text)
    {
        var lines = text.Trim('\n').Split('\n');
        return new XElement("p", lines.Select((line, index) => index == 0 ? Line(line) : Line(line).Prepend(new XElement("br"))));
    }

    private static IEnumerable<object> Line(string line)
    {
        var at = 0;
        foreach (Match link in Link().Matches(line))
        {
            yield return new XText(Clean(line[at..link.Index]));
            yield return new XElement("a", new XAttribute("href", Clean(link.Value)), Clean(link.Value));
            at = link.Index + link.Length;
        }
        yield return new XText(Clean(line[at..]));
    }

    // What no XML can hold, such as half a character or a bell, is what no mail program can show.
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(IsShown));

    private static bool IsShown(System.Text.Rune letter) =>
        letter.Value is '\t' or >= ' ' and not (0xFFFE or 0xFFFF) && !(letter.Value is >= 0x7F and <= 0x9F);

    [GeneratedRegex(@"https?://[^\s<>""']+")]
    private static partial Regex Link();
}
