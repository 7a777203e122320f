using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Linting;
using KnowledgeCommons.Content.Markdown;
using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Content.Building;

/// <summary>
/// Turns a snapshot of the source into a library. Files that have not changed since the last build are taken over; the others are read in one stream
/// and prepared on all cores. A file that is broken now keeps its last good version, unless it may be for fewer people now.
/// </summary>
public sealed class LibraryBuilder(BodyRenderer renderer, TimeProvider time, ColdWords? words = null)
{
    private readonly ColdWords _words = words ?? ColdWords.None;

    public async Task<BuiltLibrary> BuildAsync(
        ContentSource source, ContentSnapshot snapshot, IReadOnlyDictionary<string, PreparedArticle> previous, CancellationToken cancel)
    {
        var files = SortedFiles.From(snapshot.Files);
        var stale = files.Articles.Where(file => !IsCurrent(previous, file, files.Assets)).ToList();
        var fresh = await PrepareAsync(source, snapshot, stale, files.Assets, cancel);
        var frame = await LibraryFrame.ReadAsync(source, snapshot, files.Special, cancel);

        var findings = new List<Finding>([.. snapshot.Findings, .. frame.Findings]);
        var issues = await new KnownIssueReader(renderer, files.Assets.GetValueOrDefault, findings).ReadAsync(source, snapshot, files.Special, cancel);
        var kept = new Dictionary<string, PreparedArticle>(files.Articles.Count);
        foreach (var file in files.Articles)
        {
            var now = fresh.GetValueOrDefault(file.Path) ?? previous.GetValueOrDefault(file.Path);
            if (now is null) continue;
            findings.AddRange(now.Findings);
            var good = now is { Article: null, IsWithheld: false } ? previous.GetValueOrDefault(file.Path) : now;
            if (good?.Article is not null) kept[file.Path] = good;
        }
        var library = new LibraryAssembly(snapshot, frame, issues, files.Assets, findings).Assemble(kept.Values);
        var asOf = time.GetUtcNow();
        findings.AddRange(LintRules.Check(library, DateOnly.FromDateTime(asOf.UtcDateTime)));
        findings.AddRange(issues.Read.SelectMany(issue => KnownIssueRules.Check(issue, library, asOf)));
        return new BuiltLibrary(library, kept, [.. findings.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Path, StringComparer.Ordinal)]);
    }

    private bool IsCurrent(IReadOnlyDictionary<string, PreparedArticle> previous, SourceFile file, IReadOnlyDictionary<string, Asset> assets) =>
        previous.TryGetValue(file.Path, out var known)
        && known.Hash == file.Hash
        && known.WordsKey == _words.Key
        && known.Assets.All(lookup => assets.GetValueOrDefault(lookup.Path)?.Hash == lookup.Hash);

    private async Task<IReadOnlyDictionary<string, PreparedArticle>> PrepareAsync(
        ContentSource source, ContentSnapshot snapshot, List<SourceFile> stale, IReadOnlyDictionary<string, Asset> assets, CancellationToken cancel)
    {
        var preparer = new ArticlePreparer(renderer, assets.GetValueOrDefault, _words);
        var prepared = new System.Collections.Concurrent.ConcurrentDictionary<string, PreparedArticle>();
        await Parallel.ForEachAsync(source.ReadAsync(snapshot, stale, cancel), cancel, (read, _) =>
        {
            prepared[read.File.Path] = preparer.Prepare(read.File, read.Bytes);
            return ValueTask.CompletedTask;
        });
        return prepared;
    }
}
