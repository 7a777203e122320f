using System.Runtime.CompilerServices;
using System.Text;

namespace KnowledgeCommons.Content.Sources.Git;

/// <summary>
/// The messages of the commits between two others. Git itself finds the trailers, by the rules of <c>git interpret-trailers</c>. Every piece of the output
/// ends with NUL, and where a status may stand a commit is told from it by its first letter.
/// </summary>
internal static class GitCommits
{
    private const char BetweenValues = '\x1f';
    private const string Format = ">%H%x00%aN%x00%(trailers:key=Rewrites,valueonly,unfold,separator=%x1f)%x00%(trailers)%x00%B%x00";

    /// <summary>Newest first. Both names must be hashes.</summary>
    public static async IAsyncEnumerable<SourceCommit> ReadAsync(
        GitClone clone, string former, string present, int most, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var git = clone.Start(
            ["-c", $"mailmap.blob={present}:.mailmap", "log", "-z", $"--format={Format}", "--name-status", "--no-renames", "--diff-merges=first-parent",
                "--date-order", $"--max-count={most}", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-notes", "--encoding=UTF-8",
                $"{former}..{present}", "--"], cancel);
        git.Input.Close();
        var output = new GitOutput(git);
        List<string> paths = [];
        SourceCommit? commit = null;
        while (await NextAsync(output) is { } piece)
        {
            var token = piece.TrimStart('\n');
            if (token.StartsWith('>'))
            {
                if (commit is not null) yield return commit;
                paths = [];
                commit = await CommitAsync(output, token[1..], paths);
            }
            else if (token.Length > 0 && await NextAsync(output) is { } path && clone.Address.PathBelowFolder(path) is { } below)
                paths.Add(below);
        }
        if (commit is not null) yield return commit;
        var end = await git.FinishAsync();
        if (!end.Succeeded) throw clone.Unreadable(end);
    }

    private static async ValueTask<SourceCommit> CommitAsync(GitOutput output, string hash, IReadOnlyList<string> paths)
    {
        var author = await NextAsync(output) ?? "";
        var values = await NextAsync(output) ?? "";
        var trailers = await NextAsync(output) ?? "";
        var message = await NextAsync(output) ?? "";
        return new SourceCommit(hash, author.Trim(), CommitWords.Of(message, trailers),
            [.. values.Split([BetweenValues, ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], paths);
    }

    private static async ValueTask<string?> NextAsync(GitOutput output) =>
        await output.NextAsync(0) is { } piece ? Encoding.UTF8.GetString(piece.Span) : null;
}
