using System.Text;
using System.Text.Unicode;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.FrontMatter;
using KnowledgeCommons.Content.Linting;
using KnowledgeCommons.Content.Markdown;
using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Content.Building;

/// <summary>Bytes of one file in, an article with its HTML out. Thread-safe.</summary>
internal sealed class ArticlePreparer(BodyRenderer renderer, Func<string, Asset?> findAsset, ColdWords words)
{
    public PreparedArticle Prepare(SourceFile file, byte[] bytes)
    {
        if (!Utf8.IsValid(bytes)) return Broken(file, [NotUtf8(file.Path, bytes)]);
        if (Slug.FromPath(file.Path) is not { } slug)
            return Broken(file, [new Finding("file-name", Severity.Error, file.Path, 0, "The file's name holds no letter or digit, so it has no address.", "Rename the file.")]);

        var text = Encoding.UTF8.GetString(bytes);
        var block = FrontMatterBlock.Cut(text);
        var (fields, unread) = FrontMatterReader.Read(block.Yaml ?? "", file.Path);
        if (unread.Any(finding => finding.Severity == Severity.Error)) return Broken(file, unread);
        var (metadata, wrongValues) = MetadataReader.Read(fields, file.Path);
        var body = renderer.Render(block.Body, block.BodyLine, file.Path, metadata.Title, findAsset);
        IReadOnlyList<Finding> findings = [.. unread, .. wrongValues, .. body.Findings];
        if (findings.Any(finding => finding.Severity == Severity.Error)) return Broken(file, findings);
        var article = Assemble(file, slug, bytes, block.Body, metadata, body);
        return new PreparedArticle(file.Path, file.Hash, article, body.SectionTexts, body.Links, body.Assets, [.. findings, .. Cold(file.Path, text)]) { WordsKey = words.Key };
    }

    private IEnumerable<Finding> Cold(string path, string text) =>
        from cold in words.FindIn(text)
        select new Finding("cold-words", Severity.Warning, path, cold.Line, $"“{cold.Word}” leaves people alone with their problem.", cold.Instead);

    private static Article Assemble(SourceFile file, Slug slug, byte[] bytes, string markdown, Metadata metadata, RenderedBody body)
    {
        var title = metadata.Title ?? body.FirstHeading ?? TitleFrom(file.Path);
        return new Article
        {
            Slug = slug,
            Id = metadata.Id ?? slug.Value,
            Path = file.Path,
            SourceHash = file.Hash,
            Revision = Revision.Of(title, markdown),
            Title = title,
            Summary = metadata.Summary ?? body.FirstParagraph,
            Owner = metadata.Owner,
            AlsoCalled = metadata.AlsoCalled,
            Symptoms = metadata.Symptoms,
            AppliesTo = metadata.AppliesTo,
            Audience = metadata.Audience,
            Tags = metadata.Tags,
            Aliases = metadata.Aliases,
            Language = metadata.Language ?? "en",
            ReviewedOn = metadata.ReviewedOn,
            ReviewEvery = metadata.ReviewEvery,
            Status = metadata.Status,
            Successor = metadata.Successor,
            Minutes = metadata.Minutes,
            Rewrites = metadata.Rewrites,
            Sections = body.Sections,
            Html = Encoding.UTF8.GetBytes(body.Html),
            Source = bytes
        };
    }

    internal static string TitleFrom(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var bare = (name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name).Replace('-', ' ').Replace('_', ' ').Trim();
        return bare.Length == 0 ? name : char.ToUpperInvariant(bare[0]) + bare[1..];
    }

    private static PreparedArticle Broken(SourceFile file, IReadOnlyList<Finding> findings) =>
        new(file.Path, file.Hash, Article: null, [], [], [], findings);

    private static Finding NotUtf8(string path, byte[] bytes)
    {
        var good = 0;
        while (good < bytes.Length && Rune.DecodeFromUtf8(bytes.AsSpan(good), out _, out var used) == System.Buffers.OperationStatus.Done) good += used;
        var line = bytes.AsSpan(0, good).Count((byte)'\n') + 1;
        return new Finding("not-utf8", Severity.Error, path, line, "The file is not UTF-8 text.", "Save it with the encoding UTF-8.");
    }
}
