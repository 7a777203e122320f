using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using KnowledgeCommons.Content.Sources;
using KnowledgeCommons.Content.Sources.Git;

namespace KnowledgeCommons.Tests.Sources;

public sealed class GitTroubleTests : IDisposable
{
    private readonly TempFolder _data = new();
    private readonly GitRepository _repository = GitRepository.Init();

    public void Dispose()
    {
        _repository.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task A_dead_port_is_a_sentence_without_the_password()
    {
        var complaint = await ComplaintAsync("http://ada:s3cret@127.0.0.1:9/kb.git");
        Assert.StartsWith("The repository http://127.0.0.1:9/kb.git could not be reached: unable to access 'http://127.0.0.1:9/kb.git/'", complaint);
        Assert.DoesNotContain("s3cret", complaint);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up_and_no_process_stays_behind()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var clock = Stopwatch.StartNew();
        Assert.Equal($"The repository http://127.0.0.1:{port}/kb.git could not be reached: there was no answer within 2 seconds.",
            await ComplaintAsync($"http://127.0.0.1:{port}/kb.git", patience: TimeSpan.FromSeconds(2)));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
        Assert.DoesNotContain(Process.GetProcessesByName("git-remote-http"), process => CommandLine(process).Contains($":{port}/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancelling_a_look_ends_it()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var source = Source($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/kb.git");
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => source.LookAsync(cancel.Token).WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_truncated_pack_in_the_source_is_a_sentence()
    {
        Fill(200);
        _repository.Git("gc", "--quiet");
        TruncatePack(Path.Combine(_repository.Path, ".git"));
        Assert.StartsWith($"The repository {_repository.Path} could not be", await ComplaintAsync().WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task A_truncated_pack_in_the_clone_is_a_sentence_when_looking_and_when_reading()
    {
        Fill(200);
        using var source = Source();
        var snapshot = await source.LookAsync();
        TruncatePack(_data.Of("clone"));
        var problem = await Assert.ThrowsAsync<ContentSourceException>(() => source.ReadAllAsync(snapshot).WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.StartsWith($"The clone of {_repository.Path} in {_data.Of("clone")} could not be read: ", problem.Message);
        Assert.EndsWith("Delete that folder if this stays; it is fetched anew.", problem.Message);
        using var restarted = Source();
        await Assert.ThrowsAsync<ContentSourceException>(() => restarted.LookAsync().WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task Git_killed_in_the_middle_of_reading_is_a_sentence()
    {
        Fill(2000);
        using var source = Source();
        var snapshot = await source.LookAsync();
        var asked = Enumerable.Repeat(snapshot.Files, 50).SelectMany(files => files).ToList();
        var problem = await Assert.ThrowsAsync<ContentSourceException>(async () =>
        {
            var count = 0;
            await foreach (var _ in source.ReadAsync(snapshot, asked, CancellationToken.None))
            {
                if (++count == 100)
                    KillReaders();
            }
        });
        Assert.StartsWith($"The clone of {_repository.Path}", problem.Message);
    }

    [Fact]
    public async Task Who_stops_reading_leaves_no_process_behind()
    {
        Fill(2000);
        using var source = Source();
        var snapshot = await source.LookAsync();
        await foreach (var _ in source.ReadAsync(snapshot, [.. snapshot.Files, .. snapshot.Files], CancellationToken.None))
            break;
        Assert.Empty(Readers());
    }

    [Fact]
    public async Task Who_reads_slowly_is_not_taken_for_a_silent_git()
    {
        Fill(2000);
        // Long enough for git itself on a busy machine.
        var patience = TimeSpan.FromSeconds(7);
        using var source = Source(patience: patience);
        var snapshot = await source.LookAsync();
        var count = 0;
        await foreach (var _ in source.ReadAsync(snapshot, snapshot.Files, CancellationToken.None))
        {
            if (++count == 10)
                await Task.Delay(patience + TimeSpan.FromSeconds(1));
        }
        Assert.Equal(snapshot.Files.Count, count);
    }

    [Fact]
    public async Task Hooks_and_settings_of_the_source_do_not_run()
    {
        _repository.Write("a.md", "x").Commit();
        var proof = _data.Of("proof");
        foreach (var hook in new[] { "post-checkout", "pre-auto-gc", "post-update", "reference-transaction", "post-merge" })
            _repository.Write($".git/hooks/{hook}", $"#!/bin/sh\ntouch {proof}\n");
        using (var chmod = Process.Start("chmod", ["-R", "+x", Path.Combine(_repository.Path, ".git/hooks")]))
            await chmod.WaitForExitAsync();
        _repository.Git("config", "core.fsmonitor", $"touch {proof}");
        _repository.Git("config", "uploadpack.packObjectsHook", $"touch {proof}");
        using var source = Source();
        Assert.Single((await source.LookAsync()).Files);
        Assert.False(File.Exists(proof));
    }

    private void Fill(int count)
    {
        for (var i = 0; i < count; i++)
            _repository.Write($"{i:0000}.md", string.Concat(Enumerable.Range(0, 40).Select(line => $"{i * 7919 * (line + 1)} ")));
        _repository.Commit();
    }

    private static void TruncatePack(string repository)
    {
        var pack = Directory.GetFiles(Path.Combine(repository, "objects/pack"), "*.pack").Single();
        var bytes = File.ReadAllBytes(pack);
        // Packs are read-only: not written over, but replaced.
        File.Delete(pack);
        File.WriteAllBytes(pack, bytes[..(bytes.Length / 3)]);
    }

    // Only those that read our own clone: other tests run at the same time.
    private IEnumerable<Process> Readers() =>
        Process.GetProcessesByName("git").Where(process => CommandLine(process) is var line && line.Contains("cat-file", StringComparison.Ordinal) && line.Contains(_data.Path, StringComparison.Ordinal));

    private void KillReaders()
    {
        var readers = Readers().ToList();
        Assert.NotEmpty(readers);
        readers.ForEach(reader => reader.Kill());
    }

    private static string CommandLine(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    private async Task<string> ComplaintAsync(string? repository = null, TimeSpan? patience = null)
    {
        var problem = await Assert.ThrowsAsync<ContentSourceException>(async () =>
        {
            using var source = Source(repository, patience);
            await source.LookAsync();
        });
        return problem.Message;
    }

    private GitSource Source(string? repository = null, TimeSpan? patience = null)
    {
        var wait = patience ?? TimeSpan.FromSeconds(30);
        return new GitSource(new GitAddress(repository ?? _repository.Path, branch: null, folder: null), _data.Of("clone"), SourceReading.Hour, TimeProvider.System,
            new GitPatience(wait, wait, wait));
    }
}
