using System.Xml;
using System.Xml.Linq;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>An issue's words for a forge that reads HTML: paragraphs and line breaks, all else escaped.</summary>
internal static class IssueHtml
{
    public static string Of(string text) => string.Concat(text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(paragraph =>
        new XElement("p", paragraph.Trim('\n').Split('\n').SelectMany((line, at) => at == 0 ? [Line(line)] : (object[])[new XElement("br"), Line(line)]))
            .ToString(SaveOptions.DisableFormatting)));

    // What no XML can hold, such as a bell, nobody can read either.
    private static XText Line(string line) => new(string.Concat(line.EnumerateRunes().Where(letter => !letter.IsBmp || XmlConvert.IsXmlChar((char)letter.Value))));
}
