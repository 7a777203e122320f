using System.Net;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Tests.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Identity;

public sealed class DoorTests : IAsyncLifetime
{
    // Every beginning of a route that answers without signing in. Add to it deliberately.
    private static readonly string[] Open =
    [
        "/api/v1/contacts", "/api/v1/health/articles", "/healthz", "/hooks/git", "/hooks/tickets/{source}", "/privacy", "/readyz", "/receipts/", "/scripts/", "/sign-in", "/sign-out", "/theme/"
    ];

    private readonly TestSite _site = new TestSite().Write("a.md", "# A");

    public Task InitializeAsync() => _site.PublishedAsync("--Identity:Mode=Accounts");

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public void What_answers_without_signing_in_is_written_down()
    {
        var routes = _site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(route => "/" + route.RoutePattern.RawText?.TrimStart('/')).Distinct().ToList();
        var open = routes.Where(route => OpenPaths.AreForPrograms(new PathString(route)) || OpenPaths.AreForAll(new PathString(route)));
        Assert.All(open, route => Assert.Contains(Open, known => route.StartsWith(known, StringComparison.Ordinal)));
        Assert.True(routes.Count > 60);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/articles/a")]
    [InlineData("/articles/a.md")]
    [InlineData("/articles/not-there")]
    [InlineData("/no/such/page")]
    [InlineData("/search?q=a")]
    [InlineData("/help")]
    [InlineData("/desk")]
    [InlineData("/receipts/../articles/a")]
    [InlineData("/receipts/%2e%2e/articles/a")]
    [InlineData("/receiptsx")]
    public async Task Everything_else_leads_to_signing_in_whether_it_is_there_or_not(string path)
    {
        using var answer = await _site.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/search?q=a", null)]
    [InlineData("/feed.xml", "application/atom+xml")]
    [InlineData("/search/suggest?q=a", "application/json")]
    [InlineData("/openapi/v1.json", null)]
    public async Task Programs_are_told_and_not_led(string path, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null) request.Headers.Add("Accept", accept);
        using var answer = await _site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Please sign in", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_that_are_too_big_are_a_clear_refusal_and_strange_ones_are_nobodys()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _site.Client.BaseAddress };
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, await WithCookieAsync(client, new string('x', 40_000)));
        foreach (var strange in (string[])[new string('x', 20_000), "", "😀", new string('A', 43), "..."])
            Assert.Equal(HttpStatusCode.SeeOther, await WithCookieAsync(client, Uri.EscapeDataString(strange)));
    }

    private static async Task<HttpStatusCode> WithCookieAsync(HttpClient client, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/articles/a");
        request.Headers.TryAddWithoutValidation("Cookie", "kc-session=" + value);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
