namespace KnowledgeCommons.BrowserTests.Hostile;

/// <summary>Whoever may write an article may still not run anything in a reader's browser, also where the content policy does not help.</summary>
[Collection(StoriesCollection.Name)]
public sealed class HostileArticleTests(Chromium browser, BaitSite bait) : IClassFixture<BaitSite>
{
    private static readonly string[] Lists =
        ["/", "/topics", "/topics/bait", "/search?q=bait", "/help?article=bait/p0", "/known-issues", "/desk/articles", "/desk/content", "/desk/articles/bait/p14", "/desk/known-issues", "/desk/known-issues/k14"];

    // Not pages of ours: what a browser makes of them by itself.
    private static readonly string[] ForPrograms = ["/feed.xml", "/sitemap.xml", "/api/v1/search?q=bait&limit=50", "/api/v1/articles/bait/p0", "/search/suggest?q=bait"];

    public static TheoryData<int> Portions => Payloads.Portions;

    [Fact]
    public void There_are_enough_of_them() => Assert.True(Payloads.All.Count >= 100);

    [Theory]
    [MemberData(nameof(Portions))]
    public Task Nothing_in_an_article_runs_or_leaves_even_without_the_content_policy(int portion) => NothingRunsAsync(portion, index => $"/articles/bait/p{index}");

    [Theory]
    [MemberData(nameof(Portions))]
    public Task Nothing_in_a_known_issue_runs_or_leaves_even_without_the_content_policy(int portion) => NothingRunsAsync(portion, index => $"/known-issues/k{index}");

    [Fact]
    public async Task Nothing_in_lists_runs_or_leaves_even_without_the_content_policy()
    {
        await using var reader = await browser.VisitAsync(bait.Site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        foreach (var list in Lists)
        {
            for (var page = list; page is not null; page = await NextAsync(reader))
            {
                Assert.Equal(200, await reader.OpenAsync(page));
                faults.AddRange(await Inspection.FaultsAsync(reader, page));
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Nothing_that_is_made_for_programs_runs_when_a_browser_opens_it()
    {
        await using var reader = await browser.VisitAsync(bait.Site, Screen.Desktop, bypassPolicy: true);
        foreach (var address in ForPrograms)
        {
            Assert.Equal(200, await reader.OpenAsync(address));
            Assert.Empty(reader.TakeNoted());
        }
    }

    [Fact]
    public async Task Nothing_that_is_suggested_while_somebody_types_runs_or_leaves()
    {
        await using var reader = await browser.VisitAsync(bait.Site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        foreach (var typed in (string[])["alert", "script", "javascript", "svg", "img", "onerror", "style", "iframe", "href"])
        {
            await reader.OpenAsync("/");
            await reader.Page.Locator("#kc-q").PressSequentiallyAsync(typed);
            await Assertions.Expect(reader.Page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
            await reader.Page.Keyboard.PressAsync("ArrowDown");
            faults.AddRange(await Inspection.FaultsAsync(reader, typed));
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private async Task NothingRunsAsync(int portion, Func<int, string> address)
    {
        await using var reader = await browser.VisitAsync(bait.Site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        foreach (var (index, payload) in Payloads.Of(portion))
        {
            Assert.Equal(200, await reader.OpenAsync(address(index)));
            faults.AddRange(await Inspection.FaultsAsync(reader, payload));
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task<string?> NextAsync(Visitor reader) =>
        await reader.Page.Locator("a[rel=next]").CountAsync() > 0 ? await reader.Page.Locator("a[rel=next]").First.GetAttributeAsync("href") : null;
}
