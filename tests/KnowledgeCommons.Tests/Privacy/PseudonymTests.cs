using System.Net;
using KnowledgeCommons.Tests.Escalations;
using KnowledgeCommons.Tests.Feedback;

namespace KnowledgeCommons.Tests.Privacy;

public sealed class PseudonymTests
{
    [Fact]
    public async Task A_browser_that_never_lets_go_of_its_cookie_is_another_reader_after_30_days()
    {
        await using var site = await HelpSite.StartAsync();
        var cookie = await FirstAsync(site);
        Assert.Equal(1, await ReadersAsync(site, cookie, 0, 30));
        Assert.Equal(2, await ReadersAsync(site, cookie, 1));
    }

    [Fact]
    public async Task Whoever_opens_a_case_stays_the_same_reader_for_90_days_from_then()
    {
        await using var site = await HelpSite.StartAsync();
        var cookie = await FirstAsync(site);
        using var asked = await SendAsync(site, HttpMethod.Post, "/help", cookie, new FormUrlEncodedContent([new("problem", "VPN")]));
        var kept = CookieOf(asked);
        Assert.Equal(cookie.Split('.')[0], kept.Split('.')[0]);
        Assert.Equal(1, await ReadersAsync(site, kept, 0, 90));
        Assert.Equal(2, await ReadersAsync(site, kept, 1));
    }

    [Theory]
    [InlineData("kc-reader=AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("kc-reader=AAAAAAAAAAAAAAAAAAAAAA.99999")]
    [InlineData("kc-reader=AAAAAAAAAAAAAAAAAAAAAA.00001")]
    [InlineData("kc-reader=AAAAAAAAAAAAAAAAAAAAAA.-2070")]
    [InlineData("kc-reader=AAAAAAAAAAAAAAAAAAAA==.20800")]
    public async Task What_is_no_cookie_of_ours_or_says_that_it_lasts_for_ever_is_replaced(string sent)
    {
        await using var site = await HelpSite.StartAsync();
        using var answer = await SendAsync(site, HttpMethod.Get, "/search?q=vpn", sent);
        Assert.DoesNotContain("AAAAAAAA", CookieOf(answer), StringComparison.Ordinal);
    }

    private static async Task<string> FirstAsync(TestSite site)
    {
        using var first = await SendAsync(site, HttpMethod.Get, "/search?q=vpn", cookie: null);
        return CookieOf(first);
    }

    // Searches each time, so many days later, with the same cookie whatever came back; how many readers that makes by now.
    private static async Task<int> ReadersAsync(TestSite site, string cookie, params int[] days)
    {
        foreach (var pause in days)
        {
            site.Time.Advance(TimeSpan.FromDays(pause));
            using var answer = await SendAsync(site, HttpMethod.Post, $"/articles/{HelpSite.Vpn}/outcome", cookie, new FormUrlEncodedContent([new("answer", "fixed")]));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }
        return (await site.QueryAsync<string>("SELECT DISTINCT reader FROM outcome")).Count;
    }

    private static async Task<HttpResponseMessage> SendAsync(TestSite site, HttpMethod method, string url, string? cookie, HttpContent? form = null)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Client.BaseAddress };
        using var request = new HttpRequestMessage(method, url) { Content = form };
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return await browser.SendAsync(request);
    }

    private static string CookieOf(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Single(line => line.StartsWith("kc-reader=", StringComparison.Ordinal)).Split(';')[0];
}
