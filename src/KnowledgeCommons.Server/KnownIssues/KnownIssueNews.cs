using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Markdown;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.KnownIssues;

/// <summary>Brings files and desk together: writes down what changed, has it told, and puts the present state on the board.</summary>
internal sealed class KnownIssueNews(
    PublishedLibrary published, KnownIssueBook book, Affected affected, KnownIssueBoard board, BodyRenderer renderer, Texts texts)
{
    private readonly SemaphoreSlim _looking = new(1);
    private IReadOnlyList<KnownIssue> _lastOfFiles = [];

    /// <summary>When it returns, what was on disk before is on the board.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        await _looking.WaitAsync(cancel);
        try
        {
            await PostAsync(cancel);
        }
        finally
        {
            _looking.Release();
        }
    }

    private async Task PostAsync(CancellationToken cancel)
    {
        var library = published.Whole;
        var rows = (await book.RowsAsync(cancel)).ToDictionary(row => row.Key);
        _lastOfFiles = OfFiles(library);
        IReadOnlyList<KnownIssue> all = [.. _lastOfFiles.Concat(rows.Values.Select(row => row.ToIssue(renderer))).DistinctBy(issue => issue.Key)];
        string[] keys = [.. all.Select(issue => issue.Key)];
        var before = await book.ChangesAsync(keys, cancel);
        foreach (var issue in all.Where(issue => before[issue.Key].LastOrDefault()?.Version != issue.Version))
            await book.NoteAsync(issue, rows.GetValueOrDefault(issue.Key)?.ChangedBy, cancel);
        var changes = await book.ChangesAsync(keys, cancel);
        var people = await affected.CountsAsync(cancel);
        board.Replace(all.Select(issue => new PostedIssue(
            issue, OwnerOf(issue, library), people.GetValueOrDefault(issue.Key), [.. changes[issue.Key]], issue.Path is null ? rows.GetValueOrDefault(issue.Key) : null)));
    }

    // A slip of the pen in a file takes nothing down that people are waiting for: as with articles, what it said before stays.
    private List<KnownIssue> OfFiles(Library library)
    {
        var broken = _lastOfFiles.Where(issue => issue.Path is { } path && library.BrokenKnownIssues.Contains(path));
        return [.. library.KnownIssues, .. broken];
    }

    private string OwnerOf(KnownIssue issue, Library library) =>
        (library.People.Find(issue.Owner) ?? issue.Topics.Select(key => library.People.Find(library.FindTopic(key)?.Owner)).FirstOrDefault(person => person is not null))?.Name
        ?? texts["help.servicedesk"];
}
