using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Tests.Escalations;

public sealed class HelpSearchesTests
{
    private static readonly Reader Robin = new("robin");
    private static readonly DateTimeOffset At = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly PastSearch First = new("1", "vpn", At, []);
    private static readonly PastSearch Second = new("2", "vpn 809", At.AddMinutes(5), [HelpSite.Vpn]);
    private static readonly PastSearch Elsewhere = new("3", "from another device", At.AddDays(-1), []);

    [Fact]
    public async Task The_searches_of_the_last_four_hours_are_on_the_card_the_one_that_led_here_first()
    {
        await using var site = await HelpSite.StartAsync();
        var context = await ContextAsync(site, "1");
        Assert.Equal(["1", "2"], context.Searches.Select(search => search.Id));
    }

    [Fact]
    public async Task A_search_named_by_its_id_counts_without_cookies_and_an_unknown_one_does_not()
    {
        await using var site = await HelpSite.StartAsync();
        var context = await ContextAsync(site, "3", "no such");
        Assert.Equal(["3", "2", "1"], context.Searches.Select(search => search.Id));
    }

    [Fact]
    public async Task Only_ticked_searches_are_passed_on_in_the_order_they_were_made()
    {
        await using var site = await HelpSite.StartAsync();
        var context = await ContextAsync(site, "3");
        var request = Request(new HelpForm { Problem = "Help", Led = "2", Search = ["2", "1"] }, context);
        Assert.Equal([("vpn", "1"), ("vpn 809", "2")], request.Story.Select(line => (line.Words, line.Reference)));
        Assert.Equal("2", request.Search);
    }

    [Fact]
    public async Task When_the_search_that_led_here_is_not_passed_on_no_other_takes_its_place()
    {
        await using var site = await HelpSite.StartAsync();
        var request = Request(new HelpForm { Problem = "Help", Led = "2", Search = ["1"] }, await ContextAsync(site));
        Assert.Null(request.Search);
        Assert.Single(request.Story);
    }

    [Fact]
    public async Task A_program_that_names_a_single_search_means_that_it_led_here()
    {
        await using var site = await HelpSite.StartAsync();
        Assert.Equal("1", Request(new HelpForm { Problem = "Help", Search = ["1"] }, await ContextAsync(site)).Search);
    }

    private static HelpRequest Request(HelpForm form, HelpContext context) =>
        HelpRequest.Of(form, context, Robin, new SiteClock(Options.Create(new SiteOptions { TimeZone = "UTC" }), TimeProvider.System));

    private static Task<HelpContext> ContextAsync(TestSite site, params string[] ids)
    {
        var searches = new RecentSearches(
            (reader, since, _) => Task.FromResult<IReadOnlyList<PastSearch>>(reader == Robin.Key && since == site.Time.GetUtcNow().AddHours(-4) ? [Second, First] : []),
            (id, _) => Task.FromResult(id == Elsewhere.Id ? Elsewhere : null));
        var contexts = ActivatorUtilities.CreateInstance<HelpContexts>(site.Services, searches);
        return contexts.OfAsync(new Asker(Robin, [], Platform: null), new HelpForm { Search = ids }, CancellationToken.None);
    }
}
