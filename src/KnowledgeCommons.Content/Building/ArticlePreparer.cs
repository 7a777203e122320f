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
        if (!Utf8.IsValid(bytes) || bytes is [_, 0, ..] or [0, ..]) return Broken(file, bytes, [NotUtf8(file.Path, bytes)]);
        if (Slug.FromPath(file.Path) is not { } slug)
            return Broken(file, bytes, [new Finding("file-name", Severity.Error, file.Path, 0, "The file's name holds no letter or digit, so it has no address.", "Rename the file.")]);

        var text = Encoding.UTF8.GetString(bytes);
        var block = FrontMatterBlock.Cut(text);
        if (AudienceField.StrayIn(block, file.Path) is { } stray) return Broken(file, bytes, [stray]);
        var (fields, unread) = FrontMatterReader.Read(block.Yaml ?? "", file.Path);
        if (unread.Any(finding => finding.Severity == Severity.Error)) return Broken(file, bytes, unread);
        var (metadata, wrongValues) = MetadataReader.Read(fields, file.Path);
        var only = OnlyBlocks.Of(block.Body);
        var draft = new Draft(file, slug, text[..^block.Body.Length], block.BodyLine, only, metadata);
        var body = Render(draft, []);
        List<(IReadOnlyList<Audience> Hidden, RenderedBody Body)> lacking = [.. only.Lacks().Select(hidden => (hidden, Render(draft, hidden)))];
        var errors = lacking.SelectMany(each => each.Body.Findings).Where(finding => finding.Severity == Severity.Error);
        IReadOnlyList<Finding> findings = [.. unread, .. wrongValues, .. only.Findings(file.Path, block.BodyLine), .. body.Findings, .. errors];
        if (findings.Any(finding => finding.Severity == Severity.Error)) return Broken(file, bytes, findings);
        var revision = RevisionOf(draft, lacking.Count == 0 ? body : lacking[^1].Body);
        var article = Assemble(draft, bytes, body, revision) with { Cuts = [.. lacking.Select(each => Cut(draft, each.Hidden, each.Body, revision))] };
        return new PreparedArticle(file.Path, file.Hash, article, body.SectionTexts, body.Links, body.Assets, [.. findings, .. Cold(file.Path, text)]) { WordsKey = words.Key };
    }

    private static ArticleCut Cut(Draft draft, IReadOnlyList<Audience> hidden, RenderedBody body, Revision revision) => new(
        hidden, [.. draft.Only.Audiences.Except(hidden)],
        Assemble(draft, Encoding.UTF8.GetBytes(draft.FrontMatter + draft.Only.Source(hidden)), body, revision), body.SectionTexts);

    // Of what all its readers see: readers must not be able to try guesses of what is hidden from them against it.
    private static Revision RevisionOf(Draft draft, RenderedBody least) => Revision.Of(TitleOf(draft, least), draft.Only.Body(draft.Only.Audiences));

    private static string TitleOf(Draft draft, RenderedBody body) => draft.Metadata.Title ?? body.FirstHeading ?? TitleFrom(draft.File.Path);

    private RenderedBody Render(Draft draft, IReadOnlyList<Audience> hidden) =>
        renderer.Render(draft.Only.Body(hidden), draft.BodyLine, draft.File.Path, draft.Metadata.Title, findAsset);

    private IEnumerable<Finding> Cold(string path, string text) =>
        from cold in words.FindIn(text)
        select new Finding("cold-words", Severity.Warning, path, cold.Line, $"“{cold.Word}” leaves people alone with their problem.", cold.Instead);

    private static Article Assemble(Draft draft, byte[] bytes, RenderedBody body, Revision revision)
    {
        var (file, metadata) = (draft.File, draft.Metadata);
        return new Article
        {
            Slug = draft.Slug,
            Id = metadata.Id ?? draft.Slug.Value,
            Path = file.Path,
            SourceHash = file.Hash,
            Revision = revision,
            Title = TitleOf(draft, body),
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
            Source = bytes,
            Files = [.. body.Assets.Where(file => file.Hash is not null).Select(file => file.Path)]
        };
    }

    internal static string TitleFrom(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var bare = (name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name).Replace('-', ' ').Replace('_', ' ').Trim();
        return bare.Length == 0 ? name : char.ToUpperInvariant(bare[0]) + bare[1..];
    }

    private static PreparedArticle Broken(SourceFile file, byte[] bytes, IReadOnlyList<Finding> findings) =>
        new(file.Path, file.Hash, Article: null, [], [], [], findings) { IsWithheld = Restriction.MayStandIn(bytes) };

    // A text of ASCII letters in UTF-16 is valid UTF-8 with a zero in front of or behind each.
    private static Finding NotUtf8(string path, byte[] bytes)
    {
        var good = 0;
        while (good < bytes.Length && Rune.DecodeFromUtf8(bytes.AsSpan(good), out _, out var used) == System.Buffers.OperationStatus.Done) good += used;
        var line = bytes.AsSpan(0, good).Count((byte)'\n') + 1;
        return new Finding("not-utf8", Severity.Error, path, line, "The file is not UTF-8 text.", "Save it with the encoding UTF-8.");
    }

    private sealed record Draft(SourceFile File, Slug Slug, string FrontMatter, int BodyLine, OnlyBlocks Only, Metadata Metadata);
}
