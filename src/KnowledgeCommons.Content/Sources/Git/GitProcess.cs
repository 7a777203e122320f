using System.ComponentModel;
using System.Diagnostics;

namespace KnowledgeCommons.Content.Sources.Git;

/// <summary>
/// One run of git: an argument list and no shell, no prompts, an environment of its own. When it is silent for longer than
/// <paramref name="patience"/> while somebody waits for it, it is killed with all its children; reading then ends as if git had finished,
/// and <see cref="FinishAsync"/> tells.
/// </summary>
internal sealed class GitProcess(Process process, TimeSpan patience, CancellationToken cancel) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
    private Task<string> _complaint = Task.FromResult("");
    private CancellationTokenRegistration _killing;

    public Stream Input => process.StandardInput.BaseStream;

    public static GitProcess Start(IEnumerable<string> arguments, TimeSpan patience, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var process = new Process { StartInfo = GitCommand.StartInfo(arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception problem)
        {
            process.Dispose();
            throw new ContentSourceException("git could not be started. Install git, and see that it is on the PATH of the account that runs this server.", problem);
        }
        var git = new GitProcess(process, patience, cancel);
        git._killing = git._stop.Token.Register(git.Kill);
        git._complaint = GitStderr.ReadAsync(process.StandardError.BaseStream, git._stop.Token);
        return git;
    }

    /// <summary>0 at the end of the output, and when git was killed.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        _stop.CancelAfter(patience);
        try
        {
            return await process.StandardOutput.BaseStream.ReadAsync(buffer, _stop.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return 0;
        }
        finally
        {
            // Whoever reads may take as long as they like with what they have.
            _stop.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Waits for the end; the answer's output is empty.</summary>
    public async Task<GitAnswer> FinishAsync()
    {
        _stop.CancelAfter(patience);
        try
        {
            await process.WaitForExitAsync(_stop.Token);
            var complaint = await _complaint;
            cancel.ThrowIfCancellationRequested();
            return IsOutOfPatience ? NoAnswer : new GitAnswer(process.ExitCode, [], complaint);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return NoAnswer;
        }
    }

    /// <summary>Ends the run at once; what it complained of until then stays known.</summary>
    public void Kill()
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (SystemException problem) when (problem is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in this moment.
        }
        catch (AggregateException)
        {
            // A child could not be killed; git itself is gone, and nobody waits for the child.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _stop.CancelAsync();
        await _killing.DisposeAsync();
        await _complaint;
        process.Dispose();
        _stop.Dispose();
    }

    private bool IsOutOfPatience => _stop.IsCancellationRequested && !cancel.IsCancellationRequested;

    private GitAnswer NoAnswer => new(-1, [], $"there was no answer within {patience.TotalSeconds:0.#} seconds");
}
