namespace KnowledgeCommons.Content.Sources.Git;

/// <summary>Brings the history of the branch up to a commit, reading only what came since the last time where that is possible.</summary>
internal sealed class HistoryReader(GitClone clone)
{
    private readonly HistoryFile _file = new(Path.Combine(clone.Folder, "content-history.json"));
    private BranchHistory? _known;

    public async Task<BranchHistory> UpToAsync(string commit, CancellationToken cancel)
    {
        var mailmap = $"{commit}:.mailmap";
        var names = await clone.NameOfAsync(mailmap, cancel) ?? "";
        var history = await StartAsync(commit, names, cancel);
        // Forgotten while it is half done: what goes wrong now is read again from the file.
        _known = null;
        if (history.Commit != commit)
            await AdvanceAsync(history, commit, mailmap, cancel);
        return _known = history;
    }

    private async Task<BranchHistory> StartAsync(string commit, string mailmap, CancellationToken cancel)
    {
        var known = _known ?? await _file.LoadAsync(cancel);
        if (known?.Mailmap == mailmap && (known.Commit == commit || await clone.IsAncestorAsync(known.Commit, commit, cancel)))
            return known;
        return new BranchHistory { Mailmap = mailmap };
    }

    private async Task AdvanceAsync(BranchHistory history, string commit, string mailmap, CancellationToken cancel)
    {
        var range = history.Commit.Length > 0 ? $"{history.Commit}..{commit}" : commit;
        await foreach (var change in GitLog.ReadAsync(clone, range, mailmap, cancel))
            history.Apply(change);
        history.Commit = commit;
        try
        {
            await _file.SaveAsync(history, cancel);
        }
        catch (SystemException problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A full disk costs time at the next start, nothing else.
        }
    }
}
