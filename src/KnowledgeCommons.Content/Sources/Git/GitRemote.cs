namespace KnowledgeCommons.Content.Sources.Git;

/// <summary>The ref that holds the articles, and whether the repository names its objects by SHA-256.</summary>
internal sealed record RemoteRef(string Name, bool IsSha256);

/// <summary>Asks a repository which of its refs is the one to serve.</summary>
internal static class GitRemote
{
    private const string Prefix = "refs/heads/";

    public static async Task<RemoteRef> FindAsync(GitAddress address, GitPatience patience, CancellationToken cancel)
    {
        var wanted = Prefix + (address.Branch ?? "main");
        var answer = await GitCommand.AskAsync(["ls-remote", "--quiet", "--end-of-options", address.Repository, "HEAD", wanted], patience.Asking, cancel);
        if (!answer.Succeeded)
            throw new ContentSourceException($"The repository {address.Shown} could not be reached: {answer.Reason}.");
        var refs = answer.Text.Split('\n').Select(line => line.Split('\t')).Where(parts => parts.Length == 2).ToLookup(parts => parts[1], parts => parts[0]);
        var name = refs.Contains(wanted) ? wanted : address.Branch is null && refs.Contains("HEAD") ? "HEAD" : throw NotThere(address, refs.Contains("HEAD"));
        return new RemoteRef(name, refs[name].First().Length == 64);
    }

    private static ContentSourceException NotThere(GitAddress address, bool hasCommits) => new((address.Branch, hasCommits) switch
    {
        ({ } branch, true) => $"The repository {address.Shown} has no branch {branch}. Push it, or set Content:Branch to one that exists.",
        ({ } branch, false) => $"The repository {address.Shown} has no commit on {branch} yet. Push one, or set Content:Branch to a branch that has one.",
        (null, _) => $"The repository {address.Shown} has no commit yet. Push one, or set Content:Branch to a branch that has one.",
    });
}
