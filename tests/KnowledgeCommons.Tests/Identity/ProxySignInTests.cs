using System.Net;
using KnowledgeCommons.Tests.Reading;

namespace KnowledgeCommons.Tests.Identity;

public sealed class ProxySignInTests : IAsyncLifetime
{
    private const string Inside = "--Identity:Proxy:Addresses:0=127.0.0.0/8";
    private const string Elsewhere = "--Identity:Proxy:Addresses:0=10.0.0.7";
    private readonly TestSite _site = new TestSite().Write("a.md", "# A");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task The_proxy_says_who_asks_and_its_groups_open_the_desk()
    {
        await StartAsync(Inside);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/desk", ("Remote-User", "ada"), ("Remote-Groups", "london, it-support"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("/desk", ("Remote-User", "ada"), ("Remote-Groups", "london"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/articles/a", ("Remote-User", "ada"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync("/articles/a")).Status);
    }

    [Theory]
    [InlineData("Remote-User", "ada")]
    [InlineData("remote-user", "ada")]
    [InlineData("Remote_User", "ada")]
    [InlineData("Remote-Groups", "it-support")]
    [InlineData("Remote-Name", "Ada")]
    public async Task From_anywhere_else_such_a_header_is_refused(string header, string value)
    {
        await StartAsync(Elsewhere, "--Identity:AnonymousReading=true");
        var (status, page) = await AskAsync("/articles/a", (header, value));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("did not come from the sign-in proxy, so we do not believe it", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync("/desk", (header, value), ("Remote-Groups", "it-support"))).Status);
    }

    [Fact]
    public async Task A_forwarded_address_does_not_make_anybody_the_proxy()
    {
        await StartAsync(Elsewhere, "--Site:Proxies:0=127.0.0.1");
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync("/articles/a", ("Remote-User", "ada"), ("X-Forwarded-For", "10.0.0.7"))).Status);
    }

    [Theory]
    [InlineData("Remote_User", "eve", "in a way that the sign-in proxy does not use")]
    [InlineData("REMOTE_GROUPS", "it-support", "in a way that the sign-in proxy does not use")]
    [InlineData("Remote-User", "eve", "says twice, or unclearly, who you are")]
    [InlineData("Remote-Groups", "it-support", "says twice, or unclearly, who you are")]
    public async Task A_second_header_beside_the_proxys_own_is_refused(string header, string value, string sentence)
    {
        await StartAsync(Inside);
        var (status, page) = await AskAsync("/desk", ("Remote-User", "ada"), ("Remote-Groups", "london"), (header, value));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_names_that_were_put_together_are_refused()
    {
        await StartAsync(Inside);
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync("/articles/a", ("Remote-User", "ada, eve"))).Status);
    }

    [Fact]
    public async Task Addresses_are_listed_or_the_site_does_not_start()
    {
        Assert.Contains("Identity:Proxy:Addresses must list the proxy's addresses", await FailureAsync(), StringComparison.Ordinal);
        Assert.Contains("not 10.0.0.0/99", await FailureAsync("--Identity:Proxy:Addresses:0=10.0.0.0/99"), StringComparison.Ordinal);
        Assert.Contains("Site:Proxies must list addresses", await FailureAsync(Inside, "--Site:Proxies:0=everybody"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Site:Proxies:0=127.0.0.1", true)]
    [InlineData("--Site:Proxies:0=10.9.9.9", false)]
    public async Task Forwarded_headers_count_from_listed_proxies_only(string proxies, bool isSecure)
    {
        await StartAsync(Inside, proxies);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/articles/a");
        request.Headers.Add("Remote-User", "ada");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var answer = await _site.Client.SendAsync(request);
        Assert.Equal(isSecure, answer.Headers.GetValues("Set-Cookie").All(cookie => cookie.Contains("secure", StringComparison.OrdinalIgnoreCase)));
    }

    private async Task<string> FailureAsync(params string[] settings) =>
        (await Assert.ThrowsAnyAsync<Exception>(() => _site.StartAsync(["--Identity:Mode=Proxy", .. settings]))).Message;

    private Task StartAsync(params string[] settings) => _site.PublishedAsync(["--Identity:Mode=Proxy", "--Identity:Roles:Technician:0=it-support", .. settings]);

    private async Task<(HttpStatusCode Status, string Page)> AskAsync(string path, params (string Name, string Value)[] headers)
    {
        // Written by hand: an HTTP client would put two headers of one name into one line.
        var site = _site.Client.BaseAddress ?? throw new InvalidOperationException("Not started.");
        using var connection = new System.Net.Sockets.TcpClient();
        await connection.ConnectAsync(site.Host, site.Port);
        await using var stream = connection.GetStream();
        var lines = headers.Select(header => $"{header.Name}: {header.Value}\r\n");
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {site.Authority}\r\nConnection: close\r\n{string.Concat(lines)}\r\n"));
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync();
        return ((HttpStatusCode)int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture), WebUtility.HtmlDecode(answer));
    }
}
