using System.Net;
using AngleSharp.Dom;
using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.Tests.Desk.Measured;

public sealed class MeasuredTests
{
    [Fact]
    public async Task Nothing_is_shown_of_fewer_than_three_people_and_small_topics_are_counted_together()
    {
        await using var site = await HelpSite.StartAsync();
        for (var n = 0; n < 2; n++) await FixAsync(site, HelpSite.Vpn);
        Assert.Contains("There is nothing to show yet.", (await site.Client.PageAsync("/desk/measured")).Text("main"));
        Assert.Contains("Fewer than three people stand behind this", await site.Client.GetStringAsync("/desk/measured/rows?month=2026-11&topic=network&of=fixes"));

        await FixAsync(site, HelpSite.Printing);
        Assert.Equal(["Small topics together"], Topics(await site.Client.PageAsync("/desk/measured")));

        await FixAsync(site, HelpSite.Vpn);
        var page = await site.Client.PageAsync("/desk/measured");
        Assert.Equal(["Network"], Topics(page));
        var number = page.QuerySelector("tbody td a");
        Assert.Equal("3", number?.TextContent);
        Assert.Equal(3, (await site.Client.PageAsync(number?.GetAttribute("href") ?? "")).QuerySelectorAll("main li a[href='/desk/articles/network/vpn']").Length);
        Assert.Equal(["November 2026"], Topics(await site.Client.PageAsync("/desk/measured?topic=network")));
        Assert.Contains("There is nothing to show yet.", (await site.Client.PageAsync("/desk/measured?month=2026-10")).Text("main"));
    }

    [Fact]
    public async Task Time_lost_is_a_median_and_hours_given_back_follow_the_formula_that_is_shown()
    {
        await using var site = await HelpSite.StartAsync();
        for (var n = 0; n < 4; n++) await FixAsync(site, HelpSite.Vpn);
        foreach (var (minutes, heard) in ((string, string)[])[("15", "yes"), ("30", "no"), ("120", "yes"), ("240", "yes")])
        {
            using var reader = site.NewReader();
            var receipt = await reader.AskAsync(("problem", "VPN " + minutes), ("article", HelpSite.Vpn));
            await reader.PostAsync(receipt + "/solved");
            await EndAsync(reader, receipt, ("minutes", "5"));
            await EndAsync(reader, receipt, ("minutes", minutes));
            await EndAsync(reader, receipt, ("heard", heard));
        }
        var row = (await site.Client.PageAsync("/desk/measured")).QuerySelector("tbody tr");
        Assert.Equal(["4", "– fewer", "– fewer", "– fewer", "up to 5 h", "0", "4", "– fewer", "75 min", "3 of 4"],
            row?.QuerySelectorAll("td").Select(cell => cell.Text("*") == "–" ? "– fewer" : cell.Text("a")));
    }

    [Fact]
    public async Task A_fix_that_did_not_last_is_none_and_the_numbers_know_broken_promises_and_repeats()
    {
        await using var site = await HelpSite.StartAsync();
        for (var n = 0; n < 3; n++)
        {
            using var reader = site.NewReader();
            var receipt = (await reader.PostAsync($"/articles/{HelpSite.Vpn}/outcome", ("answer", "fixed"))).Headers.Location?.ToString() ?? "";
            await reader.AskAsync(("problem", "First"), ("article", HelpSite.Vpn));
            site.Time.Advance(TimeSpan.FromMinutes(3));
            await reader.PostAsync(receipt + "/came-back");
            await reader.AskAsync(("problem", "Second"), ("article", HelpSite.Vpn));
        }
        site.Time.Advance(TimeSpan.FromHours(6));
        await Eventually.HoldsAsync(async () =>
        {
            site.Time.Advance(TimeSpan.FromSeconds(15));
            var cells = (await site.Client.PageAsync("/desk/measured")).QuerySelectorAll("tbody td").Select(cell => cell.QuerySelector("a")?.TextContent ?? "").ToList();
            return cells.SequenceEqual(["", "", "", "6", "", "0", "", "3", "", ""]);
        });
    }

    [Theory]
    [InlineData("minutes", "7")]
    [InlineData("minutes", "-5")]
    [InlineData("heard", "very")]
    [InlineData("other", "x")]
    public async Task Only_the_taps_that_are_offered_are_taken(string field, string value)
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        Assert.Null((await site.Client.PageAsync(receipt)).QuerySelector("#ending"));
        await site.Client.PostAsync(receipt + "/solved");
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.PostAsync(receipt + "/ending", (field, value))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.PostAsync(receipt + "x/ending", ("heard", "yes"))).StatusCode);
        await EndAsync(site.Client, receipt, ("heard", "partly"));
        Assert.Equal("Partly", (await site.Client.PageAsync(receipt)).Text("#ending button[aria-pressed=true]"));
    }

    [Theory]
    [InlineData("/desk/measured?month=2999-01&topic=nonsense")]
    [InlineData("/desk/measured?month=0001-01")]
    [InlineData("/desk/measured?month=abc")]
    [InlineData("/desk/measured/rows?of=fixes&topic=%00&month=-")]
    public async Task Addresses_that_mean_nothing_still_show_a_page(string url)
    {
        await using var site = await HelpSite.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/desk/measured/rows?of=closed")).StatusCode);
    }

    private static async Task FixAsync(TestSite site, string article)
    {
        using var reader = site.NewReader();
        Assert.Equal(HttpStatusCode.SeeOther, (await reader.PostAsync($"/articles/{article}/outcome", ("answer", "fixed"))).StatusCode);
    }

    private static async Task EndAsync(HttpClient reader, string receipt, (string, string) tap)
    {
        var answer = await reader.PostAsync(receipt + "/ending", tap);
        Assert.Equal((HttpStatusCode.SeeOther, receipt + "#ending"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    private static IEnumerable<string> Topics(IDocument page) => [.. page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim())];
}
