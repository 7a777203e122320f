using System.Net;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Privacy;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Tests.Escalations;
using KnowledgeCommons.Tests.Feedback;
using KnowledgeCommons.Tests.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KnowledgeCommons.Tests.Privacy;

/// <summary>A day of readers over real HTTP, and what is left of it in the files: at once, and 91 days later.</summary>
public sealed class KeptDayTests
{
    private const string Browser = "Mozilla/5.0 (Windows NT 10.0; Sherwood/77.1) Gecko";
    private const string From = "203.0.113.77";

    // What the readers typed, gave or are known by here.
    private static readonly string[] Typed = ["error 809 at the hotel", "The hotel keeps me out", "Robin Hood", "robin.hood@sherwood.example", "Step 3 is a lie", "mind the castle moat"];

    [Fact]
    public async Task After_a_day_there_is_no_address_no_browser_and_no_name_that_was_not_given_and_after_91_days_there_are_only_counts()
    {
        await using var site = await HelpSite.StartAsync([.. SealedAddressTests.Mail, "--Site:Proxies:0=127.0.0.1"]);
        await site.StopHealthAsync();
        await LiveAsync(site);

        var dump = await site.DumpAsync();
        Assert.DoesNotContain(dump, each => each.Value.Contains(From, StringComparison.Ordinal) || each.Value.Contains("127.0.0.1", StringComparison.Ordinal));
        Assert.DoesNotContain(dump, each => each.Value.Contains("Mozilla", StringComparison.Ordinal) || each.Value.Contains("Sherwood/77", StringComparison.Ordinal));
        Assert.Equal(["help_case.name"], dump.Where(each => each.Value.Contains("Robin Hood", StringComparison.Ordinal)).Select(each => $"{each.Table.Name}.{each.Column.Name}"));
        Assert.DoesNotContain(dump, each => each.Value.Contains("robin.hood@", StringComparison.Ordinal));
        Assert.Empty(site.Holding(From, Browser, "Mozilla", "robin.hood@sherwood.example"));
        var hashes = dump.Where(each => IsOfSomebody(each) && each.Column.Holds is not Holds.Words).Select(each => each.Value).Where(value => value.Length > 15).Distinct().ToList();
        Assert.True(hashes.Count > 5, string.Join(' ', hashes));

        site.Time.Advance(TimeSpan.FromDays(91));
        await site.Services.GetRequiredService<HealthRefresh>().RunAsync(CancellationToken.None);
        await site.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None);

        var left = (await site.DumpAsync()).Where(each => IsOfSomebody(each) && each.Value.Length > 0 && !each.Value.StartsWith(KeptTable.Gone, StringComparison.Ordinal));
        Assert.Empty(left.Select(each => $"{each.Table.Name}.{each.Column.Name}: {each.Value}"));
        Assert.Empty(site.Holding([.. Typed, .. hashes]));
        Assert.Equal((1, 2, 1), (await site.CountAsync("help_case"), await site.CountAsync("outcome"), (await site.QueryAsync<long>("SELECT SUM(readers) FROM article_day WHERE readers > 0"))[0]));
        Assert.Equal(0, await site.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Words_that_three_people_searched_for_stay_as_words_alone_and_those_of_two_go()
    {
        await using var site = await HelpSite.StartAsync();
        foreach (var words in (string[])["common words", "common words", "common words", "rare words", "rare words"])
        {
            using var reader = site.NewReader();
            await reader.GetStringAsync($"/search?q={Uri.EscapeDataString(words + "!")}");
        }
        await site.Services.GetRequiredService<SearchLog>().WriteWaitingAsync();
        site.Time.Advance(TimeSpan.FromDays(31));
        await site.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None);
        Assert.Equal(["common words!", "common words!", "common words!"], await site.QueryAsync<string>("SELECT query FROM search WHERE reader NOT LIKE 'gone:%'"));
        site.Time.Advance(TimeSpan.FromDays(60));
        await site.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None);
        Assert.Equal([("common words", 3L)], await site.QueryAsync<(string, long)>("SELECT query, COUNT(DISTINCT reader) FROM search WHERE reader LIKE 'gone:%' GROUP BY query"));
        site.Time.Advance(TimeSpan.FromDays(300));
        await site.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None);
        Assert.Equal(0, await site.CountAsync("search"));
    }

    [Fact]
    public async Task A_case_that_is_open_keeps_its_words_and_address_however_old_it_is()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "The hotel keeps me out"), ("reach", "email"), ("contact", "robin@sherwood.example"));
        site.Time.Advance(TimeSpan.FromDays(400));
        await site.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None);
        Assert.Contains("The hotel keeps me out", await site.Client.GetStringAsync(receipt), StringComparison.Ordinal);
        await site.Client.PostAsync(receipt + "/solved");
        site.Time.Advance(TimeSpan.FromDays(91));
        await site.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(receipt)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/desk/cases/1")).StatusCode);
    }

    private static bool IsOfSomebody((KeptTable Table, KeptColumn Column, string Value) each) => each.Column.IsOfReaders;

    private static async Task LiveAsync(TestSite site)
    {
        using var reader = site.NewReader();
        reader.DefaultRequestHeaders.UserAgent.ParseAdd(Browser);
        reader.DefaultRequestHeaders.Add("X-Forwarded-For", From);
        await reader.GetStringAsync($"/search?q={Uri.EscapeDataString(Typed[0])}");
        await reader.GetStringAsync($"/articles/{HelpSite.Vpn}");
        var said = await reader.ReceiptAsync(HelpSite.Vpn, "not-fixed");
        await reader.PostAsync(said, ("reason", "unclear"), ("text", Typed[4]));
        await reader.PostAsync(said + "/hear", ("contact", Typed[3]));
        await reader.ReceiptAsync(HelpSite.Printing, "fixed");
        var fields = (await reader.PageAsync($"/help?article={HelpSite.Vpn}")).Fields("/help").Where(field => field.Name is not ("problem" or "reach" or "contact" or "name"));
        var receipt = await reader.AskAsync([.. fields, ("problem", Typed[1]), ("reach", "email"), ("contact", Typed[3]), ("name", Typed[2])]);
        await reader.PostAsync(receipt + "/say", ("text", Typed[5]));
        await reader.PostAsync(receipt + "/solved");
        await site.Services.GetRequiredService<SearchLog>().WriteWaitingAsync();
        foreach (var flush in site.Services.GetServices<IHostedService>().OfType<ReadingFlush>()) await flush.StopAsync(CancellationToken.None);
    }
}
