using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeCommons.Tests.Architecture;

namespace KnowledgeCommons.Tests.Identity;

/// <summary>
/// oidc-provider, a certified OpenID Connect provider, as a process of its own on loopback. It is installed by tests/run.sh; what provider.mjs adds is that its tokens can
/// be tampered with on their way, its keys changed, and its discovery document made to lie or hang.
/// </summary>
internal sealed partial class RealProvider : IAsyncDisposable
{
    public const string ClientId = "knowledge-commons";
    public const string ClientSecret = "a secret of 32 characters or more";
    private const string Folder = "tests/oidc-provider";
    private readonly int _port = FreePort();
    private readonly HttpClient _client = new();
    private Process? _process;

    /// <summary>Such as http://localhost:41234: another site than 127.0.0.1 for a browser, as in real life.</summary>
    public string Url => $"http://localhost:{_port}";

    /// <summary>What the site has to be told about it.</summary>
    public string[] Settings(string clientAuthentication = "basic") =>
    [
        "--Identity:Mode=Oidc", $"--Identity:Oidc:Authority={Url}", $"--Identity:Oidc:ClientId={ClientId}", $"--Identity:Oidc:ClientAuthentication={(clientAuthentication == "none" ? "basic" : clientAuthentication)}",
        .. clientAuthentication == "none" ? (string[])[] : [$"--Identity:Oidc:ClientSecret={ClientSecret}"], "--Identity:Roles:Technician:0=it-support"
    ];

    public async Task StartAsync(string site, string clientAuthentication = "basic", bool groupsInIdToken = true)
    {
        if (!Directory.Exists(Repository.Path(Folder + "/node_modules/oidc-provider")))
            throw new InvalidOperationException($"oidc-provider is not installed. Run: npm ci --prefix {Folder}");
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Repository.Path(Folder) };
        start.ArgumentList.Add("provider.mjs");
        start.ArgumentList.Add(JsonSerializer.Serialize(new { port = _port, site = site.TrimEnd('/'), clientAuth = clientAuthentication, inIdToken = groupsInIdToken }));
        _process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var faults = _process.StandardError.ReadToEndAsync();
        if (await _process.StandardOutput.ReadLineAsync() != "ready") throw new InvalidOperationException(await faults);
    }

    public Task TamperAsync(string with) => TellAsync("tamper?with=" + with);

    public Task LieAsync(string about) => TellAsync("discovery?is=" + about);

    /// <summary>New keys; who was signed in there is not any more.</summary>
    public Task RotateAsync() => TellAsync("rotate");

    /// <summary>Goes through the provider's pages as a browser does, and gives the address of the site that they lead back to.</summary>
    public async Task<string> WalkAsync(HttpClient browser, string page, string login)
    {
        for (var step = 0; step < 12; step++)
        {
            if (!page.StartsWith(Url, StringComparison.Ordinal)) return page;
            using var answer = await browser.GetAsync(page);
            page = answer.StatusCode == HttpStatusCode.SeeOther ? To(answer, page) : await SignInAsync(browser, page, await answer.Content.ReadAsStringAsync(), login);
        }
        throw new InvalidOperationException($"The provider leads in circles: {page}");
    }

    /// <summary>The answer to "Do you want to sign-out?".</summary>
    public async Task<string> ConfirmSignOutAsync(HttpClient browser, string page)
    {
        using var asked = await browser.GetAsync(page);
        var html = await asked.Content.ReadAsStringAsync();
        using var form = new FormUrlEncodedContent([new("xsrf", Secret().Match(html).Groups[1].Value), new("logout", "yes")]);
        using var answer = await browser.PostAsync(Url + "/session/end/confirm", form);
        return To(answer, page);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_process is null) return;
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<string> SignInAsync(HttpClient browser, string page, string html, string login)
    {
        Assert.Contains("name=\"login\"", html, StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent([new("prompt", "login"), new("login", login), new("password", "anything")]);
        using var answer = await browser.PostAsync(page, form);
        return To(answer, page);
    }

    private static string To(HttpResponseMessage answer, string from) =>
        answer.Headers.Location is { } to ? new Uri(new Uri(from), to).AbsoluteUri : throw new InvalidOperationException($"{from} was answered with {(int)answer.StatusCode}.");

    private async Task TellAsync(string what)
    {
        using var told = await _client.PostAsync($"{Url}/test/{what}", content: null);
        told.EnsureSuccessStatusCode();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("name=\"xsrf\" value=\"([^\"]+)\"")]
    private static partial Regex Secret();
}
