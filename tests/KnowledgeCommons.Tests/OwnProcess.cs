using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace KnowledgeCommons.Tests;

/// <summary>The server in a process of its own on a free loopback port, to be killed and not stopped (SIGKILL).</summary>
internal sealed class OwnProcess : IAsyncDisposable
{
    private readonly Process _process;

    // Waited for once and shared: a Process that several wait for at the same time may forget one of them, who then waits for ever.
    private readonly Task _ended;

    private OwnProcess(Process process, Uri address)
    {
        _process = process;
        _ended = process.WaitForExitAsync();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
    }

    /// <summary>Without cookies: each request is another reader.</summary>
    public HttpClient Client { get; }

    public bool HasExited => _ended.IsCompleted;

    /// <summary>Starts it with its clock running that many times as fast as the machine's, and waits until it is ready.</summary>
    public static async Task<OwnProcess> StartAsync(string folder, double speed, params IEnumerable<string> settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = folder };
        string[] program = [typeof(OwnProcess).Assembly.Location, speed.ToString(CultureInfo.InvariantCulture), $"--urls={address}"];
        foreach (var argument in program.Concat(settings)) start.ArgumentList.Add(argument);
        var process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new OwnProcess(process, address);
        await Eventually.HoldsAsync(server.IsReadyAsync);
        return server;
    }

    public async Task KillAsync()
    {
        if (!HasExited) _process.Kill();
        await _ended;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Client.Dispose();
        _process.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            return (await Client.GetAsync("/readyz")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
