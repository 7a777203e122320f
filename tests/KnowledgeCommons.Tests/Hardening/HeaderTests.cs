using System.Net;
using KnowledgeCommons.Tests.Escalations;
using KnowledgeCommons.Tests.Reading;

namespace KnowledgeCommons.Tests.Hardening;

public sealed class HeaderTests : IAsyncLifetime
{
    private readonly TestSite _site = new TestSite().Write("a.md", "# A");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Every_kind_of_answer_forbids_inline_scripts_and_says_nothing_of_the_server()
    {
        await StartAsync();
        foreach (var path in (string[])
            ["/", "/articles/a", "/articles/a.md", "/search?q=a", "/search/suggest?q=a", "/help", "/desk", "/desk/cases", "/api/v1/search?q=a", "/openapi/v1.json", "/feed.xml", "/sitemap.xml",
             "/healthz", "/readyz", "/opensearch.xml", "/nowhere", "/receipts/cAAAAAAAAAAAAAAAAAAAAAA", "/articles/a/", "/theme/x/style.css"])
        {
            using var answer = await _site.Client.GetAsync(path);
            var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
            Assert.EndsWith("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Contains(answer.Headers.GetValues("Referrer-Policy").Single(), (string[])["same-origin", "strict-origin"]);
            Assert.DoesNotContain(answer.Headers, header => header.Key is "Server" or "X-Powered-By" or "X-AspNet-Version");
            Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task Over_https_the_browser_is_told_to_stay_there_and_each_cookie_is_bound_to_this_host()
    {
        await StartAsync("--Site:Proxies:0=127.0.0.1");
        using var search = await SecureAsync(HttpMethod.Get, "/search?q=a");
        Assert.Equal("max-age=31536000", search.Headers.GetValues("Strict-Transport-Security").Single());
        using var help = await SecureAsync(HttpMethod.Post, "/help", ("problem", "It hums"));
        var cookies = search.Headers.GetValues("Set-Cookie").Concat(help.Headers.GetValues("Set-Cookie")).ToList();
        Assert.Equal(["__Host-kc-reader", "__Host-kc-search", "__Secure-kc-receipts"], cookies.Select(cookie => cookie.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(cookie.StartsWith("__Host-", StringComparison.Ordinal), cookie.Contains("; path=/;", StringComparison.OrdinalIgnoreCase));
        });
        // What was handed out over https is known again.
        using var again = await SecureAsync(HttpMethod.Get, "/search?q=b", cookies: string.Join("; ", cookies.Select(cookie => cookie.Split(';')[0])));
        Assert.DoesNotContain(again.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("kc-reader", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/articles/a", true)]
    [InlineData("/search?q=a", true)]
    [InlineData("/topics", true)]
    [InlineData("/articlesx", false)]
    [InlineData("/", false)]
    [InlineData("/help", false)]
    [InlineData("/desk", false)]
    [InlineData("/receipts/cAAAAAAAAAAAAAAAAAAAAAA", false)]
    public async Task Only_what_is_read_may_be_shown_in_a_frame_and_only_where_the_settings_allow_it(string path, bool framed)
    {
        await StartAsync("--Site:EmbedIn:0=https://intranet.example.com");
        using var answer = await _site.Client.GetAsync(path);
        Assert.EndsWith(framed ? "frame-ancestors https://intranet.example.com" : "frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("https://a.example/path")]
    [InlineData("https://a.example; script-src *")]
    [InlineData("https://user@a.example")]
    [InlineData("javascript:alert(1)")]
    public async Task A_place_to_be_framed_in_is_an_origin_and_nothing_else(string place)
    {
        var wrong = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => _site.StartAsync($"--Site:EmbedIn:0={place}"));
        Assert.Contains("Site:EmbedIn must list places", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https", "evil.example")]
    [InlineData("http", "evil.example")]
    public async Task Forwarded_headers_of_somebody_who_is_no_listed_proxy_change_nothing(string scheme, string host)
    {
        await StartAsync("--Site:Proxies:0=10.0.0.1");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sitemap.xml");
        request.Headers.Add("X-Forwarded-Proto", scheme);
        request.Headers.Add("X-Forwarded-Host", host);
        request.Headers.Add("X-Forwarded-Prefix", "/evil");
        using var answer = await _site.Client.SendAsync(request);
        Assert.DoesNotContain("evil", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    private Task StartAsync(params string[] settings) => _site.PublishedAsync(settings);

    private async Task<HttpResponseMessage> SecureAsync(HttpMethod method, string path, (string, string)? field = null, string? cookies = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        if (field is var (name, value)) request.Content = new FormUrlEncodedContent([new(name, value)]);
        if (cookies is not null) request.Headers.Add("Cookie", cookies);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _site.Client.BaseAddress };
        return await browser.SendAsync(request);
    }
}
