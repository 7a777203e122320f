using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Privacy;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Tests.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Health;

public sealed class RetentionTests : IAsyncLifetime
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
    public async Task The_words_of_a_ticket_go_30_days_after_it_was_attributed_and_do_not_come_back()
    {
        var ticket = new Contact("jira", "1", "somebody", _site.Time.GetUtcNow()) { Subject = "No VPN", Text = "Since noon.", Article = "KB-7" };
        await KeepAsync(ticket);
        _site.Time.Advance(TimeSpan.FromDays(31));
        await _site.ExecuteAsync("UPDATE contact SET attributed_at = NULL");
        await RetainAsync();
        Assert.Equal(["No VPN"], await _site.QueryAsync<string>("SELECT subject FROM contact"));
        await AttributeAsync();
        _site.Time.Advance(TimeSpan.FromDays(31));
        await RetainAsync();
        Assert.Equal(new KeptContacts(0, 0, 1), await KeepAsync(ticket));
        Assert.Equal([(null, null, 1L)], await _site.QueryAsync<(string?, string?, long)>("SELECT subject, text, (SELECT COUNT(*) FROM contact_link) FROM contact"));
    }

    [Fact]
    public async Task Single_readings_go_after_90_days_and_their_numbers_stay()
    {
        foreach (var daysAgo in (int[])[120, 91, 90, 0]) await _site.ReadAsync($"reader {daysAgo}", Vpn, _site.Time.GetUtcNow().AddDays(-daysAgo));
        await RetainAsync();
        Assert.Equal(4, await _site.CountAsync("reading"));
        await _site.Services.GetRequiredService<ReadingTally>().CatchUpAsync(CancellationToken.None);
        await RetainAsync();
        Assert.Equal(2, await _site.CountAsync("reading"));
        Assert.Equal(4, (await _site.Services.GetRequiredService<ArticleHealth>().AllAsync(_site.Services.GetRequiredService<PublishedLibrary>().Whole, CancellationToken.None)).Single().Numbers.Readers);
        Assert.Equal(4, (await _site.Services.GetRequiredService<ArticleHealth>().RowsAsync(Vpn, Vpn.Revision.Value, CancellationToken.None)).Readings.Count);
    }

    [Fact]
    public async Task A_closed_ticket_teaches_the_search_which_article_solved_it()
    {
        var now = _site.Time.GetUtcNow();
        await KeepAsync(new Contact("jira", "1", "a", now) { Subject = "Solved by another", Article = "other", SolvedBy = "network/vpn", ClosedAt = now });
        await KeepAsync(new Contact("jira", "2", "b", now) { Subject = "About it", Article = "KB-7", ClosedAt = now });
        await KeepAsync(new Contact("jira", "3", "c", now) { Subject = "The page is wrong", Article = "KB-7", Reason = "wrong", ClosedAt = now });
        await KeepAsync(new Contact("jira", "4", "d", now) { Subject = "Still open", Article = "KB-7" });
        await KeepAsync(new Contact("jira", "5", "e", now) { Subject = "Staff", Article = "KB-7", ClosedAt = now, IsStaff = true });
        var answers = await _site.Services.GetServices<IAnswerSource>().OfType<AnswersOfContacts>().Single().AllSinceAsync(now.AddDays(-1), CancellationToken.None);
        Assert.Equal(
            [("KB-7", "About it", true), ("KB-7", "Solved by another", true), ("KB-7", "The page is wrong", false)],
            answers.Select(answer => (answer.Article, answer.Asked, answer.Fixed)).Order());
    }

    private Task<KeptContacts> KeepAsync(Contact ticket) => _site.Services.GetRequiredService<ContactBook>().KeepAsync([ticket], CancellationToken.None);

    private async Task AttributeAsync()
    {
        while (await _site.Services.GetRequiredService<AttributionBook>().CatchUpAsync(CancellationToken.None)) { }
    }

    private Task RetainAsync() => _site.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None);
}
