using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace KnowledgeCommons.Content.Sources.Git;

/// <summary>Who committed, and when: <paramref name="WrittenAt"/> as the author says, <paramref name="CommittedAt"/> in seconds since 1970 to order commits by.</summary>
internal sealed record LoggedCommit(string Author, DateTimeOffset WrittenAt, long CommittedAt);

/// <summary>What a commit did to one file: A added, M modified, D deleted, R renamed from <paramref name="Former"/>.</summary>
internal sealed record LoggedChange(LoggedCommit Commit, char Kind, string Path, string? Former);

/// <summary>
/// One pass over the history, parents before children. Every piece of the output ends with NUL, which neither a path nor a name can hold,
/// and where a status may stand a commit is told from it by its first letter: so no name can pass for something else.
/// </summary>
internal static class GitLog
{
    private const string Commit = ">%ct %at %aN";

    /// <param name="mailmap">Where the mailmap is, as a revision; a bare clone has none of its own.</param>
    public static async IAsyncEnumerable<LoggedChange> ReadAsync(
        GitClone clone, string range, string mailmap, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var git = clone.Start(
            ["-c", $"mailmap.blob={mailmap}", "log", "-z", $"--format={Commit}", "--name-status", "-M", "-c", "--combined-all-paths", "--root",
                "--date-order", "--reverse", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-notes", "--encoding=UTF-8", range, "--"], cancel);
        git.Input.Close();
        var output = new GitOutput(git);
        LoggedCommit? commit = null;
        while (await NextAsync(output) is { } piece)
        {
            var token = piece.TrimStart('\n');
            if (token.StartsWith('>'))
                commit = CommitFrom(token);
            else if (token.Length > 0 && commit is not null && await ChangeAsync(output, commit, token) is { } change)
                yield return change;
        }
        var end = await git.FinishAsync();
        if (!end.Succeeded)
            throw clone.Unreadable(end);
    }

    private static async ValueTask<string?> NextAsync(GitOutput output) =>
        await output.NextAsync(0) is { } piece ? Encoding.UTF8.GetString(piece.Span) : null;

    private static LoggedCommit CommitFrom(string token)
    {
        var parts = token[1..].Split(' ', 3);
        return parts.Length == 3
            ? new LoggedCommit(parts[2].Trim(), DateTimeOffset.FromUnixTimeSeconds(Seconds(parts[1])), Seconds(parts[0]))
            : new LoggedCommit("", DateTimeOffset.UnixEpoch, 0);
    }

    // A commit may claim any time, also one that no calendar holds.
    private static long Seconds(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            ? Math.Clamp(seconds, 0, DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            : 0;

    // "M", "R087" and one or two paths; for a merge a letter and a path for each parent, then the path: only what differs from all parents.
    private static async ValueTask<LoggedChange?> ChangeAsync(GitOutput output, LoggedCommit commit, string status)
    {
        var parents = status.TakeWhile(char.IsAsciiLetter).Count();
        var former = parents > 1 || status[0] is 'R' or 'C' ? await NextAsync(output) : null;
        for (var parent = 1; parent < parents; parent++)
            await NextAsync(output);
        if (await NextAsync(output) is not { } path)
            return null;
        return new LoggedChange(commit, status[..parents].Distinct().Count() == 1 ? status[0] : 'M', path, former == path ? null : former);
    }
}
