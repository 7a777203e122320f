using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Tests.Escalations;
using KnowledgeCommons.Tests.Feedback;
using KnowledgeCommons.Tests.Health;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Desk.Report;

public sealed class ReportPageTests
{
    private const string Page = "/desk/articles/" + HelpSite.Vpn;

    [Fact]
    public async Task An_article_without_any_evidence_says_so_and_stands()
    {
        await using var site = await HelpSite.StartAsync();
        var page = await site.Client.PageAsync(Page);
        Assert.Contains("Nobody has read this article in the last half year", page.Text("main"));
        Assert.Contains("Nobody has told us why yet.", page.Text("main"));
        Assert.Contains("Fewer than 3 people used the same words so far.", page.Text("main"));
        Assert.Empty(page.QuerySelectorAll("figure"));
    }

    [Fact]
    public async Task Every_chart_has_its_table_and_the_library_that_draws_it_comes_from_the_theme()
    {
        await using var site = await HelpSite.StartAsync();
        await LiveAsync(site, weeks: 3);
        var page = await site.Client.PageAsync(Page);
        Assert.Equal(2, page.QuerySelectorAll("figure[data-chart]").Length);
        Assert.All(page.QuerySelectorAll("figure[data-chart]"), figure => Assert.NotEmpty(figure.QuerySelectorAll("details[open] table[data-rows] tbody tr")));
        var weeks = page.QuerySelectorAll("#weeks tbody tr");
        Assert.Equal(["10", "10", "10"], weeks.Take(3).Select(row => row.Text("td")));
        Assert.Equal("10", weeks[0].QuerySelectorAll("td")[4].GetAttribute("data-value"));
        Assert.Equal("The VPN says 809", page.Text("#funnel tr[aria-current] th"));
        var library = page.QuerySelector("main script[src], script[src*=uplot]")?.GetAttribute("src") ?? "";
        using var served = await site.Client.GetAsync(library);
        Assert.Equal("text/javascript", served.Content.Headers.ContentType?.MediaType);
        Assert.Null((await site.Client.PageAsync("/desk/articles")).QuerySelector("script[src*=uplot]"));
    }

    [Fact]
    public async Task What_people_wrote_is_read_once_three_of_them_wrote_something()
    {
        await using var site = await HelpSite.StartAsync();
        var vpn = site.Article(HelpSite.Vpn);
        await site.SaidAsync("ann", vpn, "not-fixed", "The <b>green</b> button is gone.");
        await site.SaidAsync("ben", vpn, "not-fixed", "Which green button?");
        var hidden = await site.Client.PageAsync(Page);
        Assert.DoesNotContain("green", hidden.Text("main"));
        await site.SaidAsync("eve", vpn, "partly", "No green button here.");
        var shown = await site.Client.PageAsync(Page);
        Assert.Contains("The <b>green</b> button is gone.", shown.Text("main"));
        Assert.Equal("green button 3 people", shown.Text(".words-used li"));
    }

    [Fact]
    public async Task Rows_are_folded_until_somebody_asks_for_them()
    {
        await using var site = await HelpSite.StartAsync();
        var revision = site.Article(HelpSite.Vpn).Revision;
        Assert.Null((await site.Client.PageAsync(Page)).QuerySelector("details[open] #said"));
        Assert.NotNull((await site.Client.PageAsync($"{Page}?revision={revision}")).QuerySelector("details[open] #said"));
    }

    // Ten people a week read it, and one of them has to contact us.
    private static async Task LiveAsync(TestSite site, int weeks)
    {
        await site.StopHealthAsync();
        var vpn = site.Article(HelpSite.Vpn);
        for (var week = 0; week < weeks; week++)
        {
            var monday = new DateTimeOffset(2026, 9, 7, 9, 0, 0, TimeSpan.Zero).AddDays(7 * week);
            for (var reader = 0; reader < 10; reader++) await site.ReadAsync($"{week}-{reader}", vpn, monday);
            await site.ExecuteAsync(
                """
                INSERT INTO help_case (id, number, token_hash, reader, article, revision, topic, problem, impact, people, reach, owner_name, state, opened_at)
                VALUES (@id, @number, @id, @reader, @Slug, @Revision, 'network', 'Still 809', 'slowed', 'me', 'here', 'Ana', 'received', @at)
                """, new { id = $"case-{week}", number = week + 1, reader = $"{week}-0", Slug = vpn.Slug.Value, Revision = vpn.Revision.Value, at = monday.AddHours(1) });
        }
        // The days before the site was started were counted as days without readers.
        await site.ExecuteAsync("DELETE FROM health_mark WHERE name = 'readings by day'", new { });
        await site.Services.GetRequiredService<HealthRefresh>().RunAsync(CancellationToken.None);
    }
}
