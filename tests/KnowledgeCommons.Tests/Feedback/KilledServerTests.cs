using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

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
        using (var server = Start(out var address))
        {
            await WaitUntilReadyAsync(address);
            await PostUntilKilledAsync(server, address, acknowledged);
            await server.WaitForExitAsync();
        }
        Assert.InRange(acknowledged.Count, KillAfter, Posts);

        using var again = Start(out var newAddress);
        await WaitUntilReadyAsync(newAddress);
        using var client = NewClient(newAddress);
        foreach (var receipt in acknowledged) Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(receipt)).StatusCode);
        again.Kill();
        await again.WaitForExitAsync();
    }

    private static async Task PostUntilKilledAsync(Process server, Uri address, ConcurrentBag<string> acknowledged)
    {
        using var client = NewClient(address);
        await Parallel.ForEachAsync(Enumerable.Range(0, Posts), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, cancel) =>
        {
            try
            {
                using var answer = await client.PostAsync("/articles/a/outcome", new FormUrlEncodedContent([new("answer", "fixed")]), cancel);
                if (answer.StatusCode == HttpStatusCode.SeeOther && answer.Headers.Location is { } receipt) acknowledged.Add(receipt.ToString());
                if (acknowledged.Count >= KillAfter && !server.HasExited) server.Kill();
            }
            catch (HttpRequestException)
            {
                // The server is gone: this answer was never acknowledged.
            }
        });
    }

    private Process Start(out Uri address)
    {
        address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = _root };
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "KnowledgeCommons.Server.dll"), $"--urls={address}"];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task WaitUntilReadyAsync(Uri address)
    {
        using var client = NewClient(address);
        await Eventually.HoldsAsync(async () =>
        {
            try
            {
                return (await client.GetAsync("/readyz")).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }

    private static HttpClient NewClient(Uri address) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
