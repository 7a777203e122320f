using System.IO.Compression;
using System.Text;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Health;

/// <summary>The text of a revision as it is kept to be compared with the next one; 111-evidence.sql says what each column holds.</summary>
internal sealed record KeptText
{
    public string Article { get; init; } = "";
    public string Revision { get; init; } = "";
    public string Title { get; init; } = "";
    public byte[] Body { get; init; } = [];

    public static KeptText Of(Article article)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Fastest)) packing.Write(article.Source.Span);
        return new KeptText { Article = article.Id, Revision = article.Revision.Value, Title = article.Title, Body = packed.ToArray() };
    }

    /// <summary>The file as it was written.</summary>
    public string Source()
    {
        using var unpacking = new StreamReader(new BrotliStream(new MemoryStream(Body), CompressionMode.Decompress), Encoding.UTF8);
        return unpacking.ReadToEnd();
    }
}
