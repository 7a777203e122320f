using System.Net;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Audiences;

/// <summary>What has to hold while a site runs: audiences come and go, and what was written down before they came is still there.</summary>
public sealed class RestrictingTests : IAsyncLifetime
{
    private const string Open = "---\ntitle: Quokka handbook\n---\nAbout quokkas.\n\n![q](q.png)";
    private readonly GuardedSite _site = new GuardedSite().Write([("zoo/q.md", Open), ("zoo/q.png", "picture"), ("other.md", "# Other\n\n![o](o.png)"), ("o.png", "other picture")]);

    public Task InitializeAsync() => _site.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("zoo/q.md", "---\ntitle: Quokka handbook\naudience: [finance]\n---\nAbout quokkas.\n\n![q](q.png)")]
    [InlineData("zoo/_topic.yml", "audience: finance")]
    [InlineData("_topic.yml", "audience: finance")]
    public async Task An_audience_that_comes_holds_for_what_was_kept_and_one_that_goes_gives_it_back(string path, string text)
    {
        var picture = await PictureAsync("zoo/q.png");
        foreach (var address in Surfaces(picture)) Assert.Contains("200\n", await _site.AskAsync(Somebody.Reader, "GET", address), StringComparison.Ordinal);
        _site.Site.Write(path, text);
        await Eventually.HoldsAsync(async () => await _site.StatusAsync(Somebody.Reader, "/articles/zoo/q") == HttpStatusCode.NotFound);
        foreach (var address in Surfaces(picture)) Assert.Equal(HttpStatusCode.NotFound, await _site.StatusAsync(Somebody.Reader, address));
        Assert.Contains("\"total\":0", await _site.AskAsync(Somebody.Reader, "GET", "/api/v1/search?q=quokkas"), StringComparison.Ordinal);
        Assert.Contains("\"total\":1", await _site.AskAsync(Somebody.Finance, "GET", "/api/v1/search?q=quokkas"), StringComparison.Ordinal);
        foreach (var address in Surfaces(picture)) Assert.Equal(HttpStatusCode.OK, await _site.StatusAsync(Somebody.Finance, address));
        _site.Site.Write(path, path.EndsWith(".md", StringComparison.Ordinal) ? Open : "title: Zoo");
        await Eventually.HoldsAsync(async () => await _site.StatusAsync(Somebody.Reader, "/articles/zoo/q") == HttpStatusCode.OK);
        Assert.Contains("\"total\":1", await _site.AskAsync(Somebody.Reader, "GET", "/api/v1/search?q=quokkas"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_hidden_stays_hidden_over_a_restart_without_the_source_being_read_again()
    {
        _site.Site.Write("zoo/q.md", "# Quokka handbook\n\nOpen.\n\n:::only finance\nAbout wombats.\n:::").Write("zoo/w.md", "---\naudience: [finance]\n---\n# Wombat handbook");
        await Eventually.HoldsAsync(async () => await _site.StatusAsync(Somebody.Finance, "/articles/zoo/w") == HttpStatusCode.OK);
        for (var start = 0; start < 2; start++)
        {
            Assert.DoesNotContain("ombat", await _site.AskAsync(Somebody.Reader, "GET", "/articles/zoo/q"), StringComparison.Ordinal);
            Assert.DoesNotContain("ombat", await _site.AskAsync(Somebody.Reader, "GET", "/articles/zoo/q.md"), StringComparison.Ordinal);
            Assert.Contains("\"total\":0", await _site.AskAsync(Somebody.Reader, "GET", "/api/v1/search?q=wombats"), StringComparison.Ordinal);
            Assert.Contains("\"total\":2", await _site.AskAsync(Somebody.Finance, "GET", "/api/v1/search?q=wombats"), StringComparison.Ordinal);
            Assert.Contains("About wombats.", await _site.AskAsync(Somebody.Finance, "GET", "/articles/zoo/q.md"), StringComparison.Ordinal);
            await _site.StartAgainAsync();
        }
    }

    [Fact]
    public async Task A_picture_for_some_is_kept_by_nobody_else_and_one_for_all_for_ever()
    {
        _site.Site.Write("zoo/_topic.yml", "audience: finance");
        await Eventually.HoldsAsync(async () => await _site.StatusAsync(Somebody.Reader, "/articles/zoo/q") == HttpStatusCode.NotFound);
        Assert.Contains("Cache-Control: no-cache, private", await _site.AskAsync(Somebody.Finance, "GET", await PictureAsync("zoo/q.png")), StringComparison.Ordinal);
        Assert.Contains("Cache-Control: public, max-age=31536000, immutable", await _site.AskAsync(Somebody.Finance, "GET", await PictureAsync("o.png")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_from_before_knows_the_article_no_more_than_whoever_opens_it()
    {
        using var given = await _site.SendAsync(Somebody.Finance, "POST", "/articles/zoo/q/outcome", "answer=not-fixed");
        var receipt = given.Headers.Location?.OriginalString ?? "";
        Assert.Contains("Quokka handbook", await _site.AskAsync(Somebody.Anonymous, "GET", receipt), StringComparison.Ordinal);
        _site.Site.Write("zoo/_topic.yml", "audience: finance");
        await Eventually.HoldsAsync(async () => await _site.StatusAsync(Somebody.Reader, "/articles/zoo/q") == HttpStatusCode.NotFound);
        Assert.DoesNotContain("Quokka handbook", await _site.AskAsync(Somebody.Anonymous, "GET", receipt), StringComparison.Ordinal);
        Assert.Contains("Quokka handbook", await _site.AskAsync(Somebody.Finance, "GET", receipt), StringComparison.Ordinal);
        foreach (var page in (string[])["/desk", "/desk/articles", "/desk/measured/rows?of=fixes", "/desk/rewrites"])
            Assert.DoesNotContain("uokka", await _site.AskAsync(Somebody.Technician, "GET", page), StringComparison.Ordinal);
        Assert.Contains("Quokka handbook", await _site.AskAsync(Somebody.Administrator, "GET", "/desk/articles"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Searches_that_led_to_what_somebody_may_not_see_are_not_offered_to_them()
    {
        _site.Site.Write("zoo/_topic.yml", "audience: finance");
        await Eventually.HoldsAsync(async () => await _site.StatusAsync(Somebody.Reader, "/articles/zoo/q") == HttpStatusCode.NotFound);
        _site.Site.Services.GetRequiredService<SuccessfulSearches>().Replace(
        [
            new SuccessfulSearch("bonus of the board", 9, Slug.Parse("zoo/q", null)), new SuccessfulSearch("bonus for all", 5, Slug.Parse("other", null))
        ]);
        Assert.DoesNotContain("board", await _site.AskAsync(Somebody.Reader, "GET", "/api/v1/suggest?q=bonus"), StringComparison.Ordinal);
        Assert.Contains("bonus for all", await _site.AskAsync(Somebody.Reader, "GET", "/search/suggest?q=bonus"), StringComparison.Ordinal);
        Assert.Contains("bonus of the board", await _site.AskAsync(Somebody.Finance, "GET", "/api/v1/suggest?q=bonus"), StringComparison.Ordinal);
    }

    private async Task<string> PictureAsync(string path)
    {
        var library = _site.Site.Services.GetRequiredService<Server.Publishing.PublishedLibrary>();
        await Eventually.HoldsAsync(() => Task.FromResult(library.Whole.Assets.ContainsKey(path)));
        return library.Whole.Assets[path].Url;
    }

    private static string[] Surfaces(string picture) => ["/articles/zoo/q", "/articles/zoo/q.md", "/api/v1/articles/zoo/q", "/topics/zoo", picture];
}
