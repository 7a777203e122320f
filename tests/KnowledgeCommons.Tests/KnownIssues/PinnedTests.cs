using System.Net;
using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.Tests.KnownIssues;

public sealed class PinnedTests
{
    private const string Next = "The VPN drops calls We know about it. Ana Ruiz is on it, and you get the next word by today at 14:00.";

    [Theory]
    [InlineData("/")]
    [InlineData("/topics/network")]
    [InlineData("/articles/network/vpn")]
    [InlineData("/search?q=my+calls+always+drop")]
    [InlineData("/search?q=vpn")]
    [InlineData("/search?q=tunnels")]
    public async Task A_known_issue_stands_where_people_are_who_have_it(string address)
    {
        await using var site = await KnownSite.WithFileAsync();
        var page = await site.Client.PageAsync(address);
        Assert.Equal(Next, page.Pinned());
        Assert.Equal(KnownSite.Url, page.QuerySelector(".pinned a")?.GetAttribute("href"));
        Assert.Equal(Next, (await site.Client.PageAsync(address)).Pinned());
    }

    [Theory]
    [InlineData("/articles/printing/jam")]
    [InlineData("/topics/printing")]
    [InlineData("/topics")]
    [InlineData("/search?q=paper+stuck")]
    [InlineData("/search?q=my+call+to+the+desk")]
    [InlineData("/search")]
    public async Task It_stands_nowhere_else(string address)
    {
        await using var site = await KnownSite.WithFileAsync();
        Assert.Equal("", (await site.Client.PageAsync(address)).Pinned());
    }

    [Fact]
    public async Task The_help_form_asks_whether_it_is_this_and_one_tap_says_so()
    {
        await using var site = await KnownSite.WithFileAsync();
        var page = await site.Client.PageAsync("/help");
        Assert.StartsWith("Is it this?" + Next, page.Text("section:has(#is-it-this)"));
        using var answer = await site.Client.PostAsync(page.QuerySelector("section form")?.GetAttribute("action"), content: null);
        Assert.Equal((HttpStatusCode.SeeOther, KnownSite.Url + "#affected"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal(1, site.Board().Find("vpn-calls")?.People);
    }

    [Fact]
    public async Task Programs_are_told_with_the_hits()
    {
        await using var site = await KnownSite.WithFileAsync();
        Assert.EndsWith(
            ""","knownIssues":[{"title":"The VPN drops calls","url":"/known-issues/vpn-calls","owner":"Ana Ruiz","nextUpdate":"2026-11-23T14:00:00+00:00","words":"We know about it. Ana Ruiz is on it, and you get the next word by today at 14:00."}]}""",
            await site.Client.GetStringAsync("/api/v1/search?q=calls+drop"));
        Assert.EndsWith(""","knownIssues":[]}""", await site.Client.GetStringAsync("/api/v1/search?q=paper"));
    }

    [Fact]
    public async Task A_promise_that_was_not_kept_is_owned_up_to_on_kept_pages_too()
    {
        await using var site = await KnownSite.WithFileAsync();
        await site.Client.GetAsync("/");
        site.Time.Advance(TimeSpan.FromHours(4.5));
        await Tests.Eventually.HoldsAsync(async () => (await site.Client.PageAsync("/")).Pinned() ==
            "The VPN drops calls We know about it, and Ana Ruiz is on it. We promised you a word by today at 14:00 and did not keep it. We are sorry; you are not forgotten.");
        await Tests.Eventually.HoldsAsync(async () => (await site.Client.PageAsync("/search?q=calls+drop")).Pinned().Contains("did not keep it"));
    }

    [Fact]
    public async Task When_it_is_over_it_is_pinned_no_more_and_stands_below_for_two_weeks()
    {
        await using var site = await KnownSite.WithFileAsync();
        await site.Client.GetAsync("/articles/network/vpn");
        site.Write(KnownSite.File, KnownSite.Vpn.Replace("owner: ana", "owner: ana\nstatus: fixed"));
        await Tests.Eventually.HoldsAsync(async () => (await site.Client.PageAsync("/articles/network/vpn")).Pinned() == "");
        Assert.Equal("", (await site.Client.PageAsync("/search?q=vpn")).Pinned());
        var list = await site.Client.PageAsync("/known-issues");
        Assert.Equal("Nothing is known to be disturbed at the moment.", list.Text("main .lead"));
        Assert.Equal("The VPN drops calls This is over since 23 November 2026.", list.Text("#vpn-calls"));
        site.Time.Advance(TimeSpan.FromDays(15));
        Assert.DoesNotContain("VPN", (await site.Client.PageAsync("/known-issues")).Text("main"));
        Assert.Equal("This is over since 23 November 2026.", (await site.Client.PageAsync(KnownSite.Url)).Text(".notice"));
    }

    [Fact]
    public async Task A_slip_of_the_pen_in_its_file_takes_nothing_down()
    {
        await using var site = await KnownSite.WithFileAsync();
        site.Write(KnownSite.File, "No title here.").Write("printing/new.md", "# New");
        await Tests.Eventually.HoldsAsync(async () => (await site.Client.GetAsync("/articles/printing/new")).IsSuccessStatusCode);
        await site.LookAsync();
        Assert.Equal(Next, (await site.Client.PageAsync("/")).Pinned());
        File.Delete(Path.Combine(site.Articles, KnownSite.File));
        await Tests.Eventually.HoldsAsync(async () => (await site.Client.PageAsync("/")).Pinned() == "");
    }

    [Fact]
    public async Task The_feed_and_the_sitemap_have_it_too()
    {
        await using var site = await KnownSite.WithFileAsync();
        var feed = await site.Client.GetStringAsync("/feed.xml");
        Assert.Contains("<summary>Calls over the VPN break off. We know about it. Ana Ruiz is on it, and you get the next word by today at 14:00.</summary>", feed);
        Assert.Contains("<updated>2026-11-23T10:00:00Z</updated>", feed);
        Assert.Contains(KnownSite.Url + "</loc>", await site.Client.GetStringAsync("/sitemap.xml"));
        await site.WriteAsync();
        Assert.Contains("Mail is late", await site.Client.GetStringAsync("/feed.xml"));
    }

    [Fact]
    public async Task Its_page_tells_what_is_known_and_what_has_happened()
    {
        await using var site = await KnownSite.WithFileAsync();
        var page = await site.Client.PageAsync(KnownSite.Url);
        Assert.Equal(("The VPN drops calls", "Calls over the VPN break off.", "Since today at 09:30"), (page.Text("h1"), page.Text(".article-body"), page.Text(".cluster.meta")));
        Assert.Equal("We put this up. today at 10:00", page.Text(".timeline"));
        Assert.Equal("The VPN drops calls", (await site.Client.PageAsync("/known-issues")).Text("section#vpn-calls h2"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/known-issues/nothing")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.PostAsync("/known-issues/nothing/affected", content: null)).StatusCode);
    }
}
