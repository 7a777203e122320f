using System.Collections.Concurrent;
using System.Net;

namespace KnowledgeCommons.Tests.Feedback;

/// <summary>A server of its own that is killed, not stopped: what it acknowledged has to be there afterwards.</summary>
public sealed class KilledServerTests : IDisposable
{
    private const int Posts = 1000;
    private const int KillAfter = 400;
    private readonly string _root = Directory.CreateTempSubdirectory("kc-kill-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Every_answer_that_was_acknowledged_is_there_after_the_server_was_killed()
    {
        Directory.CreateDirectory(Path.Combine(_root, "articles"));
        await File.WriteAllTextAsync(Path.Combine(_root, "articles", "a.md"), "# Printer says no\n\nTurn it on.");
        var acknowledged = new ConcurrentBag<string>();
        await using (var server = await OwnProcess.StartAsync(_root, speed: 1)) await PostUntilKilledAsync(server, acknowledged);
        Assert.InRange(acknowledged.Count, KillAfter, Posts);

        await using var again = await OwnProcess.StartAsync(_root, speed: 1);
        foreach (var receipt in acknowledged) Assert.Equal(HttpStatusCode.OK, (await again.Client.GetAsync(receipt)).StatusCode);
    }

    private static Task PostUntilKilledAsync(OwnProcess server, ConcurrentBag<string> acknowledged) =>
        Parallel.ForEachAsync(Enumerable.Range(0, Posts), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, cancel) =>
        {
            try
            {
                using var answer = await server.Client.PostAsync("/articles/a/outcome", new FormUrlEncodedContent([new("answer", "fixed")]), cancel);
                if (answer.StatusCode == HttpStatusCode.SeeOther && answer.Headers.Location is { } receipt) acknowledged.Add(receipt.ToString());
                if (acknowledged.Count >= KillAfter && !server.HasExited) await server.KillAsync();
            }
            catch (HttpRequestException)
            {
                // The server is gone: this answer was never acknowledged.
            }
        });
}
