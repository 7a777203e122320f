using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Tests.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Health;

public sealed class HealthLedgerTests : IAsyncLifetime
{
    private static readonly Article Vpn = Shelf.Article("network/vpn", id: "KB-7");
    private readonly TestSite _site = new();

    public async Task InitializeAsync()
    {
        await _site.StartAsync();
        await _site.StopHealthAsync();
        await _site.PublishAsync(Vpn);
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task Days_that_are_a_week_old_are_final_and_newer_ones_colour_the_estimate()
    {
        await WeeksAsync(4);
        await RefreshAsync();
        var kept = Assert.Single(await _site.QueryAsync<(long Day, string Article)>("SELECT day, article FROM article_estimate"));
        Assert.Equal((Today - 8, "KB-7"), kept);
        var numbers = (await _site.Services.GetRequiredService<HealthLedger>().NowAsync("KB-7", CancellationToken.None))?.Numbers;
        Assert.InRange(numbers?.Episodes ?? 0, 260, 280);
        Assert.NotEmpty(await _site.Services.GetRequiredService<ArticleHistory>().WeeksOfAsync("KB-7", CancellationToken.None));
    }

    [Fact]
    public async Task What_somebody_said_a_moment_ago_is_in_the_numbers_of_the_articles_page()
    {
        await WeeksAsync(2);
        await RefreshAsync();
        await _site.ReadAsync("ann", Vpn, Now);
        var before = await NotYetAsync();
        _site.Time.Advance(TimeSpan.FromSeconds(10));
        await _site.SaidAsync("ann", Vpn, "not-fixed");
        Assert.Equal(before + 1, await NotYetAsync(), 3);
    }

    [Fact]
    public async Task A_late_ticket_makes_the_same_history_as_one_that_came_in_time()
    {
        await WeeksAsync(5);
        await RefreshAsync();
        var without = await EstimateAsync();
        await TicketAsync(daysAgo: 20);
        await RefreshAsync();
        var late = await EstimateAsync();
        Assert.NotEqual(without, late);
        Directory.Delete(Path.Combine(_site.Data, "health"), recursive: true);
        await _site.KillAsync();
        await _site.StartAgainAsync();
        await _site.PublishAsync(Vpn);
        await _site.ExecuteAsync("DELETE FROM article_estimate");
        await RefreshAsync();
        Assert.Equal(late, await EstimateAsync());
    }

    [Fact]
    public async Task A_restart_goes_on_from_the_last_week_that_was_saved()
    {
        await WeeksAsync(5);
        await RefreshAsync();
        var before = await EstimateAsync();
        await _site.KillAsync();
        await _site.StartAgainAsync();
        await _site.PublishAsync(Vpn);
        await RefreshAsync();
        Assert.Equal(before, await EstimateAsync());
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_site.Data, "health"), "*.state"));
    }

    [Fact]
    public async Task A_saved_state_that_is_damaged_costs_time_and_nothing_else()
    {
        await WeeksAsync(3);
        await RefreshAsync();
        var before = await EstimateAsync();
        foreach (var file in Directory.GetFiles(Path.Combine(_site.Data, "health"))) File.WriteAllBytes(file, [1, 2, 3]);
        await _site.KillAsync();
        await _site.StartAgainAsync();
        await _site.PublishAsync(Vpn);
        await RefreshAsync();
        Assert.Equal(before, await EstimateAsync());
    }

    private DateTimeOffset Now => _site.Time.GetUtcNow();

    private long Today => Server.Feedback.Readings.DayOf(Now);

    private async Task WeeksAsync(int weeks)
    {
        for (var day = weeks * 7; day > 0; day--)
            for (var reader = 0; reader < 10; reader++) await _site.ReadAsync($"reader {day} {reader}", Vpn, Now.AddDays(-day));
    }

    private Task TicketAsync(int daysAgo) => _site.Services.GetRequiredService<ContactBook>().KeepAsync(
        [new Contact("jira", "1", "somebody", Now.AddDays(-daysAgo)) { Article = "KB-7", Reason = "step-fails" }], CancellationToken.None);

    private Task RefreshAsync() => _site.Services.GetRequiredService<HealthRefresh>().RunAsync(CancellationToken.None);

    private async Task<double> NotYetAsync() =>
        (await _site.Services.GetRequiredService<ArticleHealth>().OfAsync(Vpn, CancellationToken.None)).Present.Judgement?.Numbers.NotYet ?? 0;

    private async Task<string> EstimateAsync() => (await _site.QueryAsync<string>("SELECT estimate FROM article_estimate WHERE article = 'KB-7'")).Single();
}
