namespace KnowledgeCommons.Content.Sources.Git;

/// <summary>
/// Who wrote which path first and last, and where former paths lead, built change by change from the oldest commit on.
/// Paths are those of the whole tree. Serialised as it is; it must be possible to go on from there.
/// </summary>
internal sealed class BranchHistory
{
    /// <summary>The commit up to which the history is known; "" at the start.</summary>
    public string Commit { get; set; } = "";

    /// <summary>The hash of the mailmap the names went through, "" without one.</summary>
    public string Mailmap { get; init; } = "";

    public Dictionary<string, FileHistory> Files { get; init; } = [];

    /// <summary>From each former path to the present one, chains collapsed.</summary>
    public Dictionary<string, string> MovedTo { get; init; } = [];

    public void Apply(LoggedChange change)
    {
        switch (change)
        {
            case { Kind: 'A' }:
                Add(change.Path, change.Commit);
                break;
            case { Kind: 'D' }:
                Delete(change.Path);
                break;
            case { Kind: 'R', Former: { } former }:
                Rename(former, change.Path, change.Commit);
                break;
            default:
                Change(change.Path, change.Commit);
                break;
        }
    }

    private void Add(string path, LoggedCommit commit)
    {
        if (Files.TryGetValue(path, out var known) && !known.IsGone)
        {
            // Added on two branches: the earlier one is the first.
            Files[path] = known.ChangedBy(commit);
            return;
        }
        // A new file under an old name: who asks for the former paths of the old one does not mean this one.
        foreach (var former in known?.FormerPaths ?? [])
        {
            if (MovedTo.GetValueOrDefault(former) == path)
                MovedTo.Remove(former);
        }
        MovedTo.Remove(path);
        Files[path] = FileHistory.StartedBy(commit);
    }

    private void Delete(string path)
    {
        if (Files.TryGetValue(path, out var known))
            Files[path] = known with { IsGone = true };
    }

    private void Change(string path, LoggedCommit commit)
    {
        var present = PresentPath(path);
        Files[present] = Files.TryGetValue(present, out var known) ? known.ChangedBy(commit) : FileHistory.StartedBy(commit);
    }

    private void Rename(string former, string path, LoggedCommit commit)
    {
        var source = PresentPath(former);
        if (source == path || !Files.TryGetValue(source, out var history))
        {
            // Renamed the same way on another branch already, or never seen.
            Change(path, commit);
            return;
        }
        List<string> formerPaths = [.. history.FormerPaths.Append(source).Append(former).Where(name => name != path).Distinct()];
        Files[source] = history with { IsGone = true };
        Files[path] = history.ChangedBy(commit) with { IsGone = false, FormerPaths = formerPaths };
        MovedTo.Remove(path);
        foreach (var name in formerPaths.Where(name => name == source || name == former || MovedTo.GetValueOrDefault(name) == source))
            MovedTo[name] = path;
    }

    // A branch that forked before a rename still changes the file under its former name.
    private string PresentPath(string path) =>
        (!Files.TryGetValue(path, out var known) || known.IsGone) && MovedTo.TryGetValue(path, out var moved) ? moved : path;
}
