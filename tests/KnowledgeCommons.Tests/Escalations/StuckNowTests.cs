using System.Net;
using KnowledgeCommons.Server.Escalations;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Escalations;

public sealed class StuckNowTests
{
    private const string Windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36";

    [Theory]
    [InlineData("/")]
    [InlineData("/topics")]
    [InlineData("/search?q=nothing+at+all")]
    [InlineData("/no-such-page")]
    [InlineData("/desk")]
    public async Task It_is_one_tap_from_every_page(string address)
    {
        await using var site = await HelpSite.StartAsync();
        var page = await site.Client.PageAsync(address);
        Assert.StartsWith("/help/now", page.QuerySelectorAll("header a").Single(link => link.TextContent == "I am stuck right now").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_their_number_and_one_field_are_there()
    {
        await using var site = await HelpSite.StartAsync();
        var way = (await site.Client.PageAsync($"/articles/{HelpSite.Vpn}")).QuerySelector("header a[href^='/help/now']")?.GetAttribute("href") ?? "";
        var page = await site.Client.PageAsync(way);
        Assert.Equal(("Ana Ruiz is the one to reach", "Call +44 20 7946 0101"), (page.Text("#who"), page.Text("a[href='tel:+442079460101']")));
        Assert.Single(page.QuerySelectorAll("form[action='/help/now'] :is(input:not([type=hidden], [type=checkbox], .unseen *), textarea)"));
        var receipt = (await site.Client.PostAsync("/help/now", [.. page.Fields("/help/now").Where(field => field.Name != "problem"), ("problem", "Locked out, 0123 456")])).Headers.Location;
        Assert.Contains("Stuck right now.", (await site.Client.PageAsync($"{receipt}")).QuerySelectorAll("main > ul li").Select(line => line.TextContent));
    }

    [Fact]
    public async Task Who_is_stuck_comes_before_others_who_cannot_work()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "stopped"), ("impact", "stopped"));
        await site.Client.AskAsync(("problem", "by tonight"), ("impact", "stopped"), ("deadline", "2026-11-23T18:00"));
        await site.Client.PostAsync("/help/now", ("problem", "stuck"));
        Assert.Equal(["stuck", "by tonight", "stopped"], (await site.Services.GetRequiredService<CaseQueue>().OpenAsync(CancellationToken.None)).Select(row => row.Problem));
        Assert.Contains("Stuck right now", (await site.Client.PageAsync("/desk/cases")).Text("table tbody tr"));
    }

    [Fact]
    public async Task While_nobody_is_at_work_it_does_not_say_right_now_and_says_first_when_somebody_is()
    {
        await using var site = await HelpSite.StartAsync(fresh => fresh.Write("_people.yml",
            "people:\n  ana: { name: Ana Ruiz, phone: \"123\", hours: { mon-fri: \"08:00-16:00\" } }\nduty:\n  default: { owner: ana }\n"));
        site.Time.Advance(TimeSpan.FromHours(10));
        var page = await site.Client.PageAsync("/help/now");
        Assert.Equal("We help you as soon as somebody is here", page.Text("h1"));
        Assert.StartsWith("Nobody is at work right now. The desk opens tomorrow at 08:00; Ana Ruiz will have this first.", page.Text("section[aria-labelledby=who] h2 + p"));
    }

    [Fact]
    public async Task Without_a_word_it_says_so()
    {
        await using var site = await HelpSite.StartAsync();
        var answer = await site.Client.PostAsync("/help/now", ("problem", " "));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(("We help you right now", "Please say in a few words what is not working."), ((await answer.PageAsync()).Text("h1"), (await answer.PageAsync()).Text("[role=alert] li")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_platform_and_the_step_go_along_unless_taken_away(bool isLeftIn)
    {
        await using var site = await HelpSite.StartAsync();
        site.Client.DefaultRequestHeaders.UserAgent.ParseAdd(Windows);
        var fields = (await site.Client.PageAsync($"/help?article={HelpSite.Vpn}")).Fields("/help").Where(field => field.Name != "problem" && (isLeftIn || field.Name != "platform"));
        var receipt = await site.Client.AskAsync([.. fields, ("problem", "VPN"), ("failed", isLeftIn ? "restart-the-client" : "")]);
        var lines = (await site.Client.PageAsync(receipt)).QuerySelectorAll("main > ul li").Select(line => line.TextContent.Trim()).ToList();
        Assert.Equal(isLeftIn, lines.Contains("Uses Windows"));
        Assert.Equal(isLeftIn, lines.Contains("Stopped at: Restart the client"));
    }

    [Theory]
    [InlineData("macos")]
    [InlineData("<script>")]
    public async Task A_platform_that_the_browser_does_not_name_is_not_kept(string claimed)
    {
        await using var site = await HelpSite.StartAsync();
        site.Client.DefaultRequestHeaders.UserAgent.ParseAdd(Windows);
        await site.Client.AskAsync(("problem", "VPN"), ("platform", claimed));
        var story = await site.Services.GetRequiredService<Cases>().FindByNumberAsync(1, CancellationToken.None);
        Assert.Empty(story?.Lines ?? throw new InvalidOperationException("No case was opened."));
    }
}
