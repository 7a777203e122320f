using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Reading;

internal static class Xml
{
    public static FileContentHttpResult Answer(XElement root, string contentType)
    {
        using var bytes = new MemoryStream();
        new XDocument(root).Save(bytes);
        return TypedResults.Bytes(bytes.ToArray(), contentType);
    }

    /// <summary>The text without the control characters that XML cannot hold even when escaped.</summary>
    public static string Text(string text) => string.Concat(text.EnumerateRunes().Where(rune =>
        !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)));
}
