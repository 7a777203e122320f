using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Tests.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Health;

public sealed class ArticleHealthTests : IAsyncLifetime
{
    private static readonly Article Vpn = Shelf.Article("network/vpn", id: "KB-7");
    private readonly TestSite _site = new();

    public async Task InitializeAsync()
    {
        await _site.StartAsync();
        // A night that begins by itself would count, judge and forget in between.
        await _site.StopHealthAsync();
        await _site.PublishAsync(Vpn);
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task The_last_answer_of_a_reader_counts_and_all_rows_stay()
    {
        await _site.Client.ReceiptAsync("network/vpn", "fixed");
        _site.Time.Advance(TimeSpan.FromDays(3));
        await _site.Client.ReceiptAsync("network/vpn", "came-back");
        var report = await ReportAsync();
        Assert.Equal((0, 1, 1), (report.Numbers.Fixed, report.Numbers.CameBack, report.Numbers.Attempts));
        var rows = await Health.RowsAsync(Vpn, Vpn.Revision.Value, CancellationToken.None);
        Assert.Equal([("came-back", true), ("fixed", false)], rows.Said.Select(row => (row.Answer, row.Counts)));
    }

    [Fact]
    public async Task Only_reading_is_no_attempt_and_a_contact_without_an_answer_is_one()
    {
        await _site.SaidAsync("ann", Vpn, "only-reading");
        await _site.SaidAsync("bob", Vpn, "not-fixed");
        await _site.ContactAsync("bob", Vpn);
        await _site.ContactAsync("cleo", Vpn);
        var numbers = (await ReportAsync()).Numbers;
        Assert.Equal((1, 1, 2, 2, 2), (numbers.OnlyReading, numbers.NotFixed, numbers.Attempts, numbers.Contacted, numbers.Contacts));
    }

    [Fact]
    public async Task Many_contacts_make_an_article_worth_a_look()
    {
        for (var reader = 0; reader < 7; reader++) await _site.SaidAsync($"helped {reader}", Vpn, "fixed");
        for (var reader = 0; reader < 5; reader++) await _site.ContactAsync($"sent back {reader}", Vpn);
        _site.Time.Advance(TimeSpan.FromDays(6));
        for (var reader = 0; reader < 3; reader++) await _site.ContactAsync($"sent back {reader}", Vpn);
        Assert.Empty(await Health.FlaggedAsync(CancellationToken.None));
        var numbers = Assert.Single(await Health.NeedingSomebodyAsync(CancellationToken.None)).Numbers;
        Assert.Equal((12, 5, 8, 3), (numbers.Attempts, numbers.Contacted, numbers.Contacts, numbers.PeopleBack));
    }

    [Theory]
    [InlineData(0, HealthState.NotEnoughEvidence, HealthState.Flagged)]
    [InlineData(60, HealthState.Healthy, HealthState.WorthALook)]
    public async Task The_third_person_who_comes_back_raises_the_flag_where_chance_would_hardly_ever_do_the_same(int helped, HealthState before, HealthState after)
    {
        for (var reader = 0; reader < helped; reader++) await _site.SaidAsync($"helped {reader}", Vpn, "fixed");
        foreach (var reader in (string[])["ann", "bob"])
        {
            await _site.ContactAsync(reader, Vpn);
            _site.Time.Advance(TimeSpan.FromDays(2));
            await _site.ContactAsync(reader, Vpn);
        }
        await _site.ContactAsync("cleo", Vpn);
        Assert.Equal(before, (await ReportAsync()).State);
        _site.Time.Advance(TimeSpan.FromDays(7));
        await _site.ContactAsync("cleo", Vpn);
        Assert.Equal(after, (await ReportAsync()).State);
    }

    [Theory]
    [InlineData("lost-something")]
    [InlineData("unsafe")]
    public async Task A_report_of_harm_flags_at_once_until_the_owner_answers(string reason)
    {
        await _site.SaidAsync("ann", Vpn, "not-fixed");
        await _site.ExecuteAsync("UPDATE outcome SET reason = @reason", new { reason });
        Assert.Equal(HealthState.Flagged, Assert.Single(await Health.FlaggedAsync(CancellationToken.None)).State);
        _site.Time.Advance(TimeSpan.FromMinutes(1));
        await _site.Services.GetRequiredService<FlagAnswers>().DefendAsync(Vpn, "Step 3 says to save first.", "Ada Byron", CancellationToken.None);
        Assert.Equal(HealthState.PageIsRight, (await ReportAsync()).State);
        _site.Time.Advance(TimeSpan.FromMinutes(1));
        await _site.ContactAsync("bob", Vpn);
        await _site.ChangeCasesAsync("close_reason = @reason", new { reason });
        Assert.Equal(HealthState.Flagged, (await Health.OfAsync(Vpn, CancellationToken.None)).Present.State);
    }

    [Fact]
    public async Task A_contact_more_than_a_week_later_is_no_repeat()
    {
        await _site.ContactAsync("ann", Vpn);
        _site.Time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMilliseconds(1));
        await _site.ContactAsync("ann", Vpn);
        Assert.Empty((await ReportAsync()).Numbers.Repeats);
    }

    [Fact]
    public async Task A_new_revision_starts_fresh_and_the_old_numbers_stay_with_the_old_one()
    {
        await RaiseFlagAsync();
        var rewritten = Shelf.Article("network/vpn", "Rewritten.", id: "KB-7");
        _site.Time.Advance(TimeSpan.FromDays(1));
        await _site.PublishAsync(rewritten);
        var (report, revisions) = await Health.OfAsync(rewritten, CancellationToken.None);
        Assert.Equal((HealthState.Verifying, 0L), (report.State, report.Numbers.Attempts));
        Assert.Equal([(true, 0L), (false, 5L)], revisions.Select(past => (past.IsPresent, past.Numbers.Contacts)));
    }

    [Fact]
    public async Task Evidence_follows_an_article_that_moves()
    {
        await RaiseFlagAsync();
        await _site.PublishAsync(Vpn with { Slug = Shelf.Article("wifi/vpn").Slug });
        Assert.Equal("wifi/vpn", Assert.Single(await Health.NeedingSomebodyAsync(CancellationToken.None)).Article.Slug.Value);
    }

    [Fact]
    public async Task A_contact_without_a_revision_counts_for_the_one_published_at_that_time()
    {
        _site.Time.Advance(TimeSpan.FromHours(1));
        await _site.ContactAsync("ann", "network/vpn", revision: null);
        _site.Time.Advance(TimeSpan.FromHours(1));
        await _site.PublishAsync(Shelf.Article("network/vpn", "Rewritten.", id: "KB-7"));
        var (_, revisions) = await Health.OfAsync(Vpn, CancellationToken.None);
        Assert.Equal(1, revisions.Single(past => past.Numbers.Revision == Vpn.Revision.Value).Numbers.Contacts);
    }

    [Fact]
    public async Task An_article_that_a_technician_says_failed_has_a_contact_too()
    {
        await _site.ContactAsync("ann", slug: null, revision: null, failed: "network/vpn");
        await _site.ContactAsync("bob", "network/vpn", Vpn.Revision.Value, failed: "network/vpn");
        Assert.Equal(2, (await ReportAsync()).Numbers.Contacts);
    }

    [Fact]
    public async Task An_owner_who_is_rewriting_keeps_the_article_marked_until_the_next_revision()
    {
        await RaiseFlagAsync();
        await _site.Services.GetRequiredService<FlagAnswers>().RewriteAsync(Vpn, "Ada Byron", CancellationToken.None);
        _site.Time.Advance(TimeSpan.FromDays(365));
        Assert.Equal(HealthState.BeingRewritten, (await ReportAsync()).State);
        Assert.Empty(await Health.NeedingSomebodyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_owner_who_defends_the_page_is_left_in_peace_for_twelve_weeks()
    {
        await RaiseFlagAsync();
        await _site.Services.GetRequiredService<FlagAnswers>().DefendAsync(Vpn, "The network was down.", "Ada Byron", CancellationToken.None);
        Assert.Equal(HealthState.PageIsRight, (await ReportAsync()).State);
        _site.Time.Advance(TimeSpan.FromDays(84) - TimeSpan.FromSeconds(1));
        Assert.Equal(HealthState.PageIsRight, (await ReportAsync()).State);
        _site.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HealthState.WorthALook, (await ReportAsync()).State);
    }

    [Fact]
    public async Task Readings_count_people_not_visits()
    {
        await _site.ExecuteAsync(
            """
            INSERT INTO reading (reader, article, slug, revision, day, first_at, last_at, times) VALUES
                ('ann', 'KB-7', 'network/vpn', @revision, 20000, 0, 0, 4),
                ('ann', 'KB-7', 'network/vpn', @revision, 20001, 0, 0, 1),
                ('bob', 'KB-7', 'network/vpn', @revision, 20001, 0, 0, 2)
            """, new { revision = Vpn.Revision.Value });
        Assert.Equal(2, (await ReportAsync()).Numbers.Readers);
        var days = (await Health.RowsAsync(Vpn, Vpn.Revision.Value, CancellationToken.None)).Readings;
        Assert.Equal([(new DateOnly(2024, 10, 5), 2L, 3L), (new DateOnly(2024, 10, 4), 1L, 4L)], days.Select(day => (day.Date, day.Readers, day.Times)));
    }

    private ArticleHealth Health => _site.Services.GetRequiredService<ArticleHealth>();

    private async Task<ArticleReport> ReportAsync() => Assert.Single(await Health.AllAsync(_site.Services.GetRequiredService<PublishedLibrary>().Whole, CancellationToken.None));

    private async Task RaiseFlagAsync()
    {
        for (var reader = 0; reader < 5; reader++) await _site.ContactAsync($"reader {reader}", Vpn);
    }
}
