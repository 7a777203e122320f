using System.Net;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Searching;

public sealed class OpenHitTests
{
    [Fact]
    public async Task Opening_a_hit_leads_to_the_section_and_is_remembered()
    {
        await using var site = await SearchSite.StartAsync();
        var link = await FirstHitAsync(site.Client);
        using var response = await site.Client.GetAsync(link);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/articles/printing/offline#check-the-cable", response.Headers.Location?.OriginalString);
        Assert.Contains(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("kc-search=" + IdIn(link), StringComparison.Ordinal));
        Assert.Equal(["printing/offline"], (await FoundAsync(site, link))?.Opened);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(response.Headers.Location)).StatusCode);
    }

    [Fact]
    public async Task Only_what_the_readers_own_search_showed_counts_as_opened()
    {
        await using var site = await SearchSite.StartAsync();
        var link = await FirstHitAsync(site.Client);
        using var stranger = site.NewReader();
        await stranger.GetAsync(link);
        await site.Client.GetAsync(link.Replace("offline", "jam", StringComparison.Ordinal));
        await site.Client.GetAsync(link.Replace("printing%2Foffline", "rinting%2Foffline", StringComparison.Ordinal));
        await site.Client.GetAsync(link.Replace(IdIn(link), Guid.NewGuid().ToString(), StringComparison.Ordinal));
        Assert.Equal([], (await FoundAsync(site, link))?.Opened);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("..%2F..%2Fdesk")]
    [InlineData("a\r\nLocation: https://evil.example")]
    public async Task It_never_leads_away_from_the_articles(string target)
    {
        await using var site = await SearchSite.StartAsync();
        var link = await FirstHitAsync(site.Client);
        foreach (var address in (string[])[
            $"/search/open?search={IdIn(link)}&article={Uri.EscapeDataString(target)}",
            $"/search/open?search={IdIn(link)}&article=printing/offline&to={Uri.EscapeDataString(target)}",
            $"/search/open?article=printing/offline&to={Uri.EscapeDataString(target)}&search={Uri.EscapeDataString(target)}"])
        {
            using var response = await site.Client.GetAsync(address);
            var location = response.Headers.Location?.OriginalString ?? "/articles/";
            Assert.StartsWith("/articles/", location, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', location);
            Assert.Equal(site.Client.BaseAddress?.Authority, new Uri(site.Client.BaseAddress ?? new Uri("http://x"), location).Authority);
        }
    }

    [Theory]
    [InlineData("/search/open")]
    [InlineData("/search/open?search=x&article=")]
    [InlineData("/search/open?article=%2F%2F")]
    public async Task Without_an_article_there_is_nothing_to_open(string address)
    {
        await using var site = await SearchSite.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(address)).StatusCode);
    }

    private static async Task<string> FirstHitAsync(HttpClient reader) => (await reader.PageAsync("/search?q=blue+light")).Links("li.hit h2 a")[0];

    private static string IdIn(string link) => link.Split("search=")[1].Split('&')[0];

    private static Task<ReaderSearch?> FoundAsync(TestSite site, string link) =>
        site.Services.GetRequiredService<SearchLog>().FindAsync(IdIn(link), CancellationToken.None);
}
