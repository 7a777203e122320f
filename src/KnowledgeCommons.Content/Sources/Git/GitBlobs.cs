using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace KnowledgeCommons.Content.Sources.Git;

/// <summary>Reads any number of blobs through one run of git.</summary>
internal static class GitBlobs
{
    public static async IAsyncEnumerable<(SourceFile File, byte[] Bytes)> ReadAsync(
        GitClone clone, IReadOnlyList<SourceFile> files, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var git = clone.Start(["cat-file", "--batch", "--buffer"], cancel);
        // Git answers while it is asked: were all questions put first, both pipes would fill and both sides wait.
        var asking = PutQuestionsAsync(git, files, cancel);
        var output = new GitOutput(git);
        foreach (var file in files)
            yield return (file, await AnswerAsync(output, file) ?? throw clone.Unreadable(await WhyAsync(git, file)));
        await asking;
        var end = await git.FinishAsync();
        if (!end.Succeeded)
            throw clone.Unreadable(end);
    }

    private static async Task PutQuestionsAsync(GitProcess git, IReadOnlyList<SourceFile> files, CancellationToken cancel)
    {
        try
        {
            await using var input = git.Input;
            foreach (var some in files.Chunk(500))
                await input.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(some.Select(file => file.Hash + "\n"))), cancel);
        }
        catch (SystemException problem) when (problem is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // Git is gone or nobody listens any more: whoever reads the answers tells why.
        }
    }

    // "<hash> blob <size>\n<bytes>\n"
    private static async ValueTask<byte[]?> AnswerAsync(GitOutput output, SourceFile file)
    {
        if (await output.NextAsync((byte)'\n') is not { } header || Encoding.ASCII.GetString(header.Span) != Expected(file))
            return null;
        var bytes = await output.TakeAsync((int)file.Size);
        return bytes is not null && await output.NextAsync((byte)'\n') is { Length: 0 } ? bytes : null;
    }

    private static string Expected(SourceFile file) => string.Create(CultureInfo.InvariantCulture, $"{file.Hash} blob {file.Size}");

    // Git goes on after an object that it misses, and would wait for the next question.
    private static async Task<GitAnswer> WhyAsync(GitProcess git, SourceFile file)
    {
        git.Kill();
        var end = await git.FinishAsync();
        return end.Complaint.Length > 0 ? end : end with { Complaint = $"{file.Path} is missing in it or git was stopped" };
    }
}
