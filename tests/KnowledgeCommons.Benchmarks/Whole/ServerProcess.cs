using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace KnowledgeCommons.Benchmarks.Whole;

/// <summary>The server as people run it: a process of its own on a free loopback port.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private bool _hasStopped;

    private ServerProcess(Process process, Uri address, TimeSpan untilReady)
    {
        _process = process;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        UntilReady = untilReady;
    }

    public HttpClient Client { get; }

    /// <summary>From the start of the process until /readyz answered 200.</summary>
    public TimeSpan UntilReady { get; }

    /// <summary>Resident memory in bytes, as the kernel counts it.</summary>
    public long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static async Task<ServerProcess> StartAsync(string articles, string data, params string[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var program = Path.Combine(AppContext.BaseDirectory, "KnowledgeCommons.Server.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory };
        foreach (var argument in (string[])[program, $"--Content:Source={articles}", $"--Data:Folder={data}", $"--urls={address}", .. settings]) start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = address };
        while (!await IsReadyAsync(client))
        {
            if (process.HasExited || watch.Elapsed > Patience) throw new InvalidOperationException("The server did not become ready.");
            await Task.Delay(10);
        }
        return new ServerProcess(process, address, watch.Elapsed);
    }

    /// <summary>Kills the process; a second time does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_hasStopped) return;
        _hasStopped = true;
        Client.Dispose();
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/readyz")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
