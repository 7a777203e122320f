using System.Security.Cryptography;
using System.Text;

namespace KnowledgeCommons.Content.Sources.Git;

/// <summary>The bare clone in our own folder. It holds one ref, named for repository and branch: a changed setting never serves what another one fetched.</summary>
internal sealed class GitClone(string folder, GitAddress address, GitPatience patience)
{
    private readonly string _ref = "refs/content/" + Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{address.Repository}\0{address.Branch}")))[..20];

    public string Folder => folder;

    public GitAddress Address => address;

    /// <summary>Makes the clone when there is none; harmless otherwise.</summary>
    public async Task PrepareAsync(bool isSha256, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(folder, "HEAD")))
        {
            var format = isSha256 ? "sha256" : "sha1";
            var made = await GitCommand.AskAsync(["init", "--quiet", "--bare", "--template=", $"--object-format={format}", "--", folder], patience.Asking, cancel);
            if (!made.Succeeded)
                throw new ContentSourceException($"The clone {folder} could not be made: {made.Reason}.");
        }
        // Left behind when git was killed in the wrong moment; nobody else writes this ref.
        Directory.CreateDirectory(Path.Combine(folder, "refs", "content"));
        File.Delete(Path.Combine(folder, _ref + ".lock"));
    }

    public async Task FetchAsync(string remoteRef, CancellationToken cancel)
    {
        var answer = await GitCommand.AskAsync(
            [GitDir, "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--end-of-options", address.Repository, $"+{remoteRef}:{_ref}"],
            patience.Fetching, cancel);
        if (!answer.Succeeded)
            throw new ContentSourceException($"The repository {address.Shown} could not be fetched: {answer.Reason}.");
        // Git says so and succeeds, with the old commit still in place.
        if (answer.Complaint.Contains("shallow roots are not allowed", StringComparison.Ordinal))
            throw new ContentSourceException($"The repository {address.Shown} is a shallow clone, so nobody could tell who wrote what. Run 'git fetch --unshallow' in it.");
    }

    /// <summary>The commit that was fetched last; null when there is none.</summary>
    public async Task<string?> CommitAsync(CancellationToken cancel) =>
        File.Exists(Path.Combine(folder, "HEAD")) ? await NameOfAsync(_ref + "^{commit}", cancel) : null;

    /// <summary>The hash that a revision stands for; null when there is no such thing. The revision must not come from outside unless a hash leads it.</summary>
    public async Task<string?> NameOfAsync(string revision, CancellationToken cancel)
    {
        var answer = await AskAsync(["rev-parse", "--verify", "--quiet", revision], cancel);
        return answer.Succeeded ? answer.Text.Trim() : null;
    }

    public async Task<bool> IsAncestorAsync(string old, string present, CancellationToken cancel) =>
        (await AskAsync(["merge-base", "--is-ancestor", old, present], cancel)).Succeeded;

    public GitProcess Start(string[] arguments, CancellationToken cancel) =>
        GitProcess.Start([GitDir, .. arguments], patience.Reading, cancel);

    public ContentSourceException Unreadable(GitAnswer answer) =>
        new($"The clone of {address.Shown} in {folder} could not be read: {answer.Reason}. Delete that folder if this stays; it is fetched anew.");

    private string GitDir => "--git-dir=" + folder;

    private Task<GitAnswer> AskAsync(string[] arguments, CancellationToken cancel) =>
        GitCommand.AskAsync([GitDir, .. arguments], patience.Asking, cancel);
}
