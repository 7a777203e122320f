using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Sources.Git;

namespace KnowledgeCommons.Content.Sources;

/// <summary>
/// One branch of a git repository, local or remote, or a folder in it; fetched into a bare clone of our own and read from there.
/// Hashes are git's; the version is the commit.
/// </summary>
public sealed class GitSource : ContentSource
{
    private readonly TimeSpan _refresh;
    private readonly TimeProvider _time;
    private readonly GitAddress _address;
    private readonly GitPatience _patience;
    private readonly GitClone _clone;
    private readonly HistoryReader _history;
    private readonly SemaphoreSlim _oneLook = new(1);
    private string? _remoteRef;
    private ContentSnapshot? _last;

    /// <param name="repositoryOrUrl">A path, or a URL that git understands (https, ssh, file, host:path).</param>
    /// <param name="branch">Null: main, else what the repository's HEAD names.</param>
    /// <param name="folder">Null: the whole tree.</param>
    /// <param name="cloneFolder">Where the bare clone is kept; used by this source alone.</param>
    /// <exception cref="ContentSourceException">A name that cannot be a repository, branch or folder.</exception>
    public GitSource(string repositoryOrUrl, string? branch, string? folder, string cloneFolder, TimeSpan refresh, TimeProvider time)
        : this(new GitAddress(repositoryOrUrl, branch, folder), cloneFolder, refresh, time, GitPatience.Usual)
    {
    }

    internal GitSource(GitAddress address, string cloneFolder, TimeSpan refresh, TimeProvider time, GitPatience patience)
    {
        _refresh = refresh;
        _time = time;
        _address = address;
        _patience = patience;
        _clone = new GitClone(Path.GetFullPath(cloneFolder), address, patience);
        _history = new HistoryReader(_clone);
    }

    /// <summary>The repository's path or URL, without credentials.</summary>
    public string Repository => _address.Shown;

    public override Task<ContentSnapshot> LookAsync(CancellationToken cancel) => OneAtATimeAsync(async () =>
    {
        await FetchAsync(cancel);
        return await _clone.CommitAsync(cancel) is { } commit
            ? await SnapshotAsync(commit, cancel)
            : throw _clone.Unreadable(new GitAnswer(-1, [], "it has no commit"));
    }, cancel);

    public override Task<ContentSnapshot?> LastKnownAsync(CancellationToken cancel) => OneAtATimeAsync(
        async () => await _clone.CommitAsync(cancel) is { } commit ? await SnapshotAsync(commit, cancel) : null, cancel);

    public override IAsyncEnumerable<(SourceFile File, byte[] Bytes)> ReadAsync(
        ContentSnapshot snapshot, IReadOnlyList<SourceFile> files, CancellationToken cancel) => GitBlobs.ReadAsync(_clone, files, cancel);

    public override async Task<SourceCommits> CommitsBetweenAsync(string former, string present, CancellationToken cancel)
    {
        if (!IsHash(former) || !IsHash(present)) return SourceCommits.None;
        try
        {
            var commits = new List<SourceCommit>();
            await foreach (var commit in GitCommits.ReadAsync(_clone, former, present, SourceCommits.Most + 1, cancel)) commits.Add(commit);
            return new SourceCommits([.. commits.Take(SourceCommits.Most)], IsCut: commits.Count > SourceCommits.Most);
        }
        catch (ContentSourceException unreadable)
        {
            return SourceCommits.None with { Trouble = unreadable.Message };
        }
    }

    public override Task WaitForNewsAsync(CancellationToken cancel) => WaitForBellAsync(_refresh, _time, cancel);

    public override void Dispose()
    {
        _oneLook.Dispose();
        base.Dispose();
    }

    private static bool IsHash(string version) => version.Length is 40 or 64 && version.All(char.IsAsciiHexDigitLower);

    private async Task<T> OneAtATimeAsync<T>(Func<Task<T>> look, CancellationToken cancel)
    {
        await _oneLook.WaitAsync(cancel);
        try
        {
            return await look();
        }
        catch (SystemException problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ContentSourceException($"The clone {_clone.Folder} could not be used: {problem.Message}", problem);
        }
        finally
        {
            _oneLook.Release();
        }
    }

    private async Task FetchAsync(CancellationToken cancel)
    {
        var remoteRef = _remoteRef;
        // Asked anew when anything goes wrong: the branch may be gone, or the clone deleted.
        _remoteRef = null;
        if (remoteRef is null)
        {
            var found = await GitRemote.FindAsync(_address, _patience, cancel);
            await _clone.PrepareAsync(found.IsSha256, cancel);
            remoteRef = found.Name;
        }
        await _clone.FetchAsync(remoteRef, cancel);
        _remoteRef = remoteRef;
    }

    private async Task<ContentSnapshot> SnapshotAsync(string commit, CancellationToken cancel)
    {
        if (_last?.Version == commit)
            return _last;
        var tree = await GitTree.ReadAsync(_clone, await TreeOfAsync(commit, cancel), cancel);
        var history = await _history.UpToAsync(commit, cancel);
        return _last = SnapshotFrom(commit, tree, history);
    }

    private async Task<string> TreeOfAsync(string commit, CancellationToken cancel)
    {
        if (_address.Folder.Length == 0)
            return commit;
        var folder = await _clone.NameOfAsync($"{commit}:{_address.Folder}", cancel);
        var tree = folder is null ? null : await _clone.NameOfAsync(folder + "^{tree}", cancel);
        return tree ?? throw new ContentSourceException(
            $"The repository {_address.Shown} has no folder {_address.Folder}. Set Content:Folder to one that exists.");
    }

    private ContentSnapshot SnapshotFrom(string commit, GitTree tree, BranchHistory history)
    {
        var authorship = new Dictionary<string, Authorship>(tree.Files.Count, StringComparer.Ordinal);
        foreach (var file in tree.Files)
        {
            if (history.Files.TryGetValue(_address.PathInTree(file.Path), out var known))
                authorship[file.Path] = known.Authorship;
        }
        var present = tree.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var renames = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (former, path) in history.MovedTo)
        {
            if (_address.PathBelowFolder(former) is { } from && _address.PathBelowFolder(path) is { } to && present.Contains(to) && !present.Contains(from))
                renames[from] = to;
        }
        return new ContentSnapshot(commit, tree.Files, authorship, renames, tree.Findings);
    }
}
