using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Tests.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Health;

public sealed class TallyTests : IAsyncLifetime
{
    private static readonly Article Vpn = Shelf.Article("network/vpn", id: "KB-7");
    private readonly TestSite _site = new();

    public async Task InitializeAsync()
    {
        await _site.StartAsync("--Contacts:Staff:0=ada@example.com");
        await _site.StopHealthAsync();
        await _site.PublishAsync(Vpn);
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task Readings_become_people_and_episodes_of_their_day()
    {
        foreach (var daysAgo in (int[])[10, 8, 3, 0]) await _site.ReadAsync("ann", Vpn, Now.AddDays(-daysAgo));
        await _site.ReadAsync("bob", Vpn, Now.AddDays(-3));
        await CountAsync();
        Assert.Equal(
            [(Today - 10, 1L, 1L, 1L), (Today - 8, 1L, 0L, 0L), (Today - 3, 2L, 1L, 2L), (Today, 1L, 0L, 0L)],
            await _site.QueryAsync<(long, long, long, long)>("SELECT day, readers, fresh, episodes FROM article_day ORDER BY day"));
    }

    [Fact]
    public async Task Counting_again_changes_nothing_and_a_reading_of_today_is_added()
    {
        await _site.ReadAsync("ann", Vpn, Now.AddDays(-1));
        await CountAsync();
        await _site.ReadAsync("bob", Vpn, Now);
        await CountAsync();
        await CountAsync();
        Assert.Equal([(Today - 1, 1L), (Today, 1L)], await _site.QueryAsync<(long, long)>("SELECT day, episodes FROM article_day ORDER BY day"));
    }

    [Fact]
    public async Task Answers_count_after_five_seconds_and_only_the_last_one_of_a_reader()
    {
        await _site.ReadAsync("ann", Vpn, Now.AddSeconds(-5));
        await _site.ReadAsync("bob", Vpn, Now.AddSeconds(-4));
        foreach (var reader in (string[])["ann", "bob", "never read it"]) await _site.SaidAsync(reader, Vpn, "fixed");
        await CountAsync();
        Assert.Equal([(1L, 0L)], await VotesAsync());
        _site.Time.Advance(TimeSpan.FromSeconds(10));
        await _site.SaidAsync("ann", Vpn, "came-back");
        await CountAsync();
        Assert.Equal([(0L, 1L)], await VotesAsync());
    }

    [Fact]
    public async Task What_staff_read_and_answered_is_left_out_once_a_case_tells_that_it_is_them()
    {
        foreach (var reader in (string[])["ada", "bob"])
        {
            await _site.ReadAsync(reader, Vpn, Now.AddMinutes(-1));
            await _site.SaidAsync(reader, Vpn, "fixed");
        }
        await CountAsync();
        Assert.Equal([(2L, 2L, 2L)], await _site.QueryAsync<(long, long, long)>("SELECT readers, episodes, yes FROM article_day"));
        await _site.ContactAsync("ada", Vpn);
        await _site.ChangeCasesAsync("contact_hash = @hash", new { hash = _site.Services.GetRequiredService<PersonKeys>().HashOf("ada@example.com") });
        await CountAsync();
        Assert.Equal([(1L, 1L, 1L, 0.0)], await _site.QueryAsync<(long, long, long, double)>("SELECT readers, episodes, yes, failed FROM article_day"));
    }

    [Fact]
    public async Task One_person_fails_once_in_28_days_however_often_they_ask()
    {
        for (var time = 0; time < 3; time++)
        {
            await _site.ContactAsync("ann", Vpn);
            _site.Time.Advance(TimeSpan.FromDays(2));
        }
        await CountAsync();
        Assert.Equal((1.0, 1L, 2L), (await _site.QueryAsync<(double, long, long)>("SELECT SUM(failed), SUM(first_failures), SUM(repeats) FROM article_day")).Single());
    }

    [Fact]
    public async Task A_late_ticket_changes_the_day_it_is_about_and_says_from_when_on_history_is_another()
    {
        await _site.ContactAsync("ann", Vpn);
        await CountAsync();
        _site.Time.Advance(TimeSpan.FromDays(40));
        await _site.Services.GetRequiredService<ContactBook>().KeepAsync(
            [new Contact("jira", "1", "somebody", Now.AddDays(-35)) { Article = "KB-7", Reason = "step-fails" }], CancellationToken.None);
        await CountAsync();
        Assert.Equal(
            [(Today - 40, 1.0, 0.0), (Today - 35, 1.0, 1.0)],
            await _site.QueryAsync<(long, double, double)>("SELECT day, failed, page_reasons FROM article_day WHERE failed > 0 ORDER BY day"));
    }

    [Fact]
    public async Task A_reason_counts_once_for_a_person_whether_told_on_the_receipt_or_when_the_case_was_closed()
    {
        await _site.SaidAsync("ann", Vpn, "not-fixed");
        await _site.ExecuteAsync("UPDATE outcome SET reason = 'unclear'");
        _site.Time.Advance(TimeSpan.FromSeconds(1));
        await _site.ContactAsync("ann", Vpn);
        await _site.ChangeCasesAsync("close_reason = @reason", new { reason = "needs-a-person" });
        await _site.ContactAsync("bob", Vpn);
        await CountAsync();
        Assert.Equal((1.0, 1.0), (await _site.QueryAsync<(double, double)>("SELECT SUM(reasons), SUM(page_reasons) FROM article_day")).Single());
    }

    [Fact]
    public async Task Numbers_of_articles_stay_and_have_no_gaps()
    {
        await _site.PublishAsync(Vpn, Shelf.Article("a"), Shelf.Article("b"));
        foreach (var slug in (string[])["b", "a", "network/vpn"]) await _site.ReadAsync("ann", Shelf.Article(slug), Now);
        await CountAsync();
        Assert.Equal([0L, 1, 2], (await _site.QueryAsync<long>("SELECT number FROM health_article ORDER BY number")));
    }

    private DateTimeOffset Now => _site.Time.GetUtcNow();

    private long Today => Server.Feedback.Readings.DayOf(Now);

    private Task<List<(long, long)>> VotesAsync() => _site.QueryAsync<(long, long)>("SELECT SUM(yes), SUM(not_yet) FROM article_day");

    private async Task CountAsync()
    {
        while (await _site.Services.GetRequiredService<AttributionBook>().CatchUpAsync(CancellationToken.None)) { }
        await _site.Services.GetRequiredService<ReadingTally>().CatchUpAsync(CancellationToken.None);
        await _site.Services.GetRequiredService<EvidenceTally>().CatchUpAsync(CancellationToken.None);
    }
}
