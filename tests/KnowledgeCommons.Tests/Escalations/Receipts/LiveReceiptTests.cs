using System.Net;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KnowledgeCommons.Tests.Escalations;

public sealed class LiveReceiptTests
{
    [Fact]
    public async Task A_change_arrives_without_asking_again()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        using var lines = await LiveLines.OpenAsync(site, receipt + "/live?seen=1");
        Assert.Equal(": still here", await LiveLines.NextAsync(lines));
        await site.Client.PostAsync("/desk/cases/1/take", ("me", "ana"));
        Assert.Equal(["id: 2", "event: change", "data: 2"], await LiveLines.EventAsync(lines));
    }

    [Fact]
    public async Task Who_comes_back_hears_at_once_what_was_missed()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        await site.Client.PostAsync(receipt + "/say", ("text", "Since Monday"));
        using (var shown = await LiveLines.OpenAsync(site, receipt + "/live?seen=1")) Assert.Equal("id: 2", await LiveLines.NextAsync(shown));
        // The browser's own word about its last event counts for more than what the page once showed.
        using var again = await LiveLines.OpenAsync(site, receipt + "/live?seen=1", lastEvent: "2");
        Assert.Equal(": still here", await LiveLines.NextAsync(again));
    }

    [Fact]
    public async Task What_colleagues_note_is_no_news()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        using var lines = await LiveLines.OpenAsync(site, receipt + "/live?seen=1");
        Assert.Equal(": still here", await LiveLines.NextAsync(lines));
        await site.Client.PostAsync("/desk/cases/1/note", ("me", "ana"), ("note", "A difficult one"));
        Assert.Equal(": still here", await LiveLines.NextAsync(lines));
    }

    [Fact]
    public async Task A_word_every_twenty_seconds_keeps_the_line_open()
    {
        await using var site = await HelpSite.StartAsync();
        using var lines = await LiveLines.OpenAsync(site, await site.Client.AskAsync(("problem", "VPN")) + "/live?seen=1");
        Assert.Equal(": still here", await LiveLines.NextAsync(lines));
        var next = LiveLines.NextAsync(lines);
        await Tests.Eventually.HoldsAsync(() =>
        {
            site.Time.Advance(TimeSpan.FromSeconds(20));
            return Task.FromResult(next.IsCompleted);
        });
        Assert.Equal(": still here", await next);
    }

    [Fact]
    public async Task Too_many_lines_to_one_receipt_are_refused_until_one_is_free()
    {
        await using var site = await HelpSite.StartAsync();
        var live = await site.Client.AskAsync(("problem", "VPN")) + "/live?seen=1";
        var open = new List<StreamReader>();
        for (var line = 0; line < ReceiptEndpoints.MostWatching; line++) open.Add(await LiveLines.OpenAsync(site, live));
        using var client = site.NewReader();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync(live)).StatusCode);
        open[0].Dispose();
        await Tests.Eventually.HoldsAsync(async () =>
        {
            using var answer = await client.GetAsync(live, HttpCompletionOption.ResponseHeadersRead);
            return answer.StatusCode == HttpStatusCode.OK;
        });
        open.ForEach(line => line.Dispose());
    }

    [Fact]
    public async Task The_line_ends_when_the_server_stops()
    {
        await using var site = await HelpSite.StartAsync();
        using var lines = await LiveLines.OpenAsync(site, await site.Client.AskAsync(("problem", "VPN")) + "/live?seen=1");
        Assert.Equal(": still here", await LiveLines.NextAsync(lines));
        site.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Assert.Equal("(the end)", await LiveLines.NextAsync(lines));
    }

    [Fact]
    public void Whoever_listens_is_woken_once_and_leaves_no_trace()
    {
        const int most = ReceiptEndpoints.MostWatching;
        var news = new OpenPages();
        var all = Enumerable.Range(0, OpenPages.MostInAll).Select(number => news.Watch($"case {number / most}", most)).ToList();
        Assert.DoesNotContain(null, all);
        Assert.Null(news.Watch("another", most));
        all[0]?.Dispose();
        all[0]?.Dispose();
        Assert.NotNull(news.Watch("another", most));
        Assert.Null(news.Watch("yet another", most));
        news.Tell("nobody listens");
    }
}
