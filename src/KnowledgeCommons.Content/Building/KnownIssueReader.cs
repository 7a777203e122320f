using System.Globalization;
using System.Text;
using System.Text.Unicode;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.FrontMatter;
using KnowledgeCommons.Content.Markdown;
using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Content.Building;

/// <summary>Reads <c>_known-issues/*.md</c>. A file that cannot be read is a finding and says nothing; a value that cannot counts as left out.</summary>
internal sealed class KnownIssueReader(BodyRenderer renderer, Func<string, Asset?> findAsset, List<Finding> findings)
{
    public const string Folder = "_known-issues/";
    private const string Rule = "known-issue";
    private const int LongestTitle = 200;
    private const string InstantForm = "a time with its distance from UTC, such as 2026-05-31T14:00+02:00";
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd HH:mmzzz", "yyyy-MM-dd HH:mm zzz", "yyyy-MM-dd HH:mm:sszzz"];

    public static bool IsKnownIssue(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && path.IndexOf('/', Folder.Length) < 0;

    /// <summary>All that can be read, by their paths; of two with one address the first counts.</summary>
    public async Task<KnownIssueFiles> ReadAsync(
        ContentSource source, ContentSnapshot snapshot, IReadOnlyList<SourceFile> special, CancellationToken cancel)
    {
        var read = new SortedDictionary<string, KnownIssueFile>(StringComparer.Ordinal);
        var broken = new List<string>();
        await foreach (var (file, bytes) in source.ReadAsync(snapshot, [.. special.Where(file => IsKnownIssue(file.Path))], cancel))
            if (Read(file.Path, bytes) is { } issue) read[file.Path] = issue;
            else broken.Add(file.Path);
        var byKey = new Dictionary<string, KnownIssueFile>();
        foreach (var issue in read.Values)
            if (!byKey.TryAdd(issue.Issue.Key, issue))
                Tell(issue.Path, 0, Severity.Error, $"The address of {byKey[issue.Issue.Key].Path} is the same; this known issue is not shown.", "Rename one of the two files.");
        return new KnownIssueFiles([.. byKey.Values], broken);
    }

    private KnownIssueFile? Read(string path, byte[] bytes)
    {
        if (!Utf8.IsValid(bytes)) return Refuse(path, "The file is not UTF-8 text.", "Save it with the encoding UTF-8.");
        if (Slug.FromPath(path[Folder.Length..]) is not { } key) return Refuse(path, "The file's name holds no letter or digit, so it has no address.", "Rename the file.");
        var block = FrontMatterBlock.Cut(Encoding.UTF8.GetString(bytes));
        var (fields, unread) = FrontMatterReader.Read(block.Yaml ?? "", path);
        findings.AddRange(unread);
        if (unread.Any(finding => finding.Severity == Severity.Error)) return null;
        if (fields.Find(AudienceField.Name) is not null || AudienceField.StrayIn(block, path) is not null || OnlyBlocks.Of(block.Body).StandSomewhere)
            return Refuse(path, "A known issue is for everybody, and this one is, wholly or in part, for some people only: it is not shown.", "Take 'audience' and ':::only' out of it, or write an article.");
        var body = renderer.Render(block.Body, block.BodyLine, path, fields.Text("title"), findAsset);
        findings.AddRange(body.Findings);
        if (body.Findings.Any(finding => finding.Severity == Severity.Error)) return null;
        if ((fields.Text("title") ?? body.FirstHeading) is not { } title) return Refuse(path, "There is no title.", "Add 'title:' with what people notice.");
        return new KnownIssueFile(Assemble(path, key.Value, title, block.Body, fields, body), fields, body.Links);
    }

    private KnownIssue Assemble(string path, string key, string title, string markdown, FrontMatterFields fields, RenderedBody body) => new()
    {
        Key = key,
        Path = path,
        Title = title.Length > LongestTitle ? title[..LongestTitle] : title,
        Summary = fields.Text("summary") ?? body.FirstParagraph,
        Topics = [.. fields.List("topics").Select(topic => Slug.TryParse(topic.Trim('/'), null, out var slug) ? slug.Value : topic)],
        Articles = [.. Slugs(fields, path)],
        Words = [.. fields.List("searches").Concat(fields.List("also_called")).Distinct()],
        Since = Instant(fields, "since", path),
        NextUpdate = Instant(fields, "next_update", path),
        Owner = fields.Text("owner"),
        IsOpen = IsOpen(fields, path),
        EndedAt = Day(fields, "ended_on") ?? Instant(fields, "ended_on", path),
        Language = fields.Text("language") ?? "en",
        Body = markdown,
        Html = Encoding.UTF8.GetBytes(body.Html),
        Files = [.. body.Assets.Where(file => file.Hash is not null).Select(file => file.Path)]
    };

    private IEnumerable<Slug> Slugs(FrontMatterFields fields, string path)
    {
        foreach (var text in fields.List("articles"))
            if (Slug.TryParse(text.TrimStart('/'), null, out var slug)) yield return slug;
            else Wrong(fields, path, "articles", $"'articles' holds no usable address: {text}", "Write the article's path without the ending, such as vpn/will-not-connect.");
    }

    // Without its distance from UTC a time would mean another moment on every server: better none than a wrong one.
    private DateTimeOffset? Instant(FrontMatterFields fields, string name, string path)
    {
        if (fields.Text(name) is not { } text) return null;
        var written = text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
        if (DateTimeOffset.TryParseExact(written, Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)) return instant.ToUniversalTime();
        Wrong(fields, path, name, $"'{name}' is not {InstantForm}: {text}", $"Write {name} as {InstantForm}.");
        return null;
    }

    // Noon in UTC is the same day nearly everywhere.
    private static DateTimeOffset? Day(FrontMatterFields fields, string name) =>
        DateOnly.TryParseExact(fields.Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero)
            : null;

    private bool IsOpen(FrontMatterFields fields, string path)
    {
        var status = fields.Text("status") ?? "open";
        if (status is not ("open" or "fixed")) Wrong(fields, path, "status", $"'status' is not open or fixed: {status}", "Write status as open or fixed.");
        return status != "fixed";
    }

    private KnownIssueFile? Refuse(string path, string message, string hint)
    {
        Tell(path, 0, Severity.Error, message, hint);
        return null;
    }

    private void Wrong(FrontMatterFields fields, string path, string field, string message, string hint) =>
        Tell(path, fields.Find(field)?.Line ?? 0, Severity.Warning, message, hint);

    private void Tell(string path, int line, Severity severity, string message, string hint) => findings.Add(new Finding(Rule, severity, path, line, message, hint));
}
