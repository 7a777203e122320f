using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Tests.Escalations;
using KnowledgeCommons.Tests.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Health;

public sealed class AttributionTests : IAsyncLifetime
{
    private TestSite _site = null!; // made before each test
    private Article _vpn = null!; // likewise
    private Article _printing = null!; // likewise

    public async Task InitializeAsync()
    {
        _site = await HelpSite.StartAsync("--Contacts:Staff:0=staff@example.com");
        await _site.StopHealthAsync();
        (_vpn, _printing) = (_site.Article(HelpSite.Vpn), _site.Article(HelpSite.Printing));
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_case_opened_from_an_article_is_its_failure_on_the_day_on_which_the_reader_began()
    {
        await ReadAsync("ann", _vpn, daysAgo: 2);
        await _site.ContactAsync("ann", _vpn);
        Assert.Equal([(_vpn.Id, 1L, 1.0, Today - 2)], await LinksAsync());
    }

    [Fact]
    public async Task A_case_without_an_article_is_shared_among_what_was_read_by_its_words()
    {
        await ReadAsync("ann", _vpn, daysAgo: 1);
        await ReadAsync("ann", _printing, daysAgo: 1);
        await ReadAsync("ann", _site.Article(HelpSite.Printing), daysAgo: 9);
        await _site.ContactAsync("ann", slug: null, revision: null);
        await _site.ChangeCasesAsync("problem = @words", new { words = "The VPN says 809" });
        var links = await LinksAsync();
        Assert.Equal(_vpn.Id, links[0].Article);
        Assert.True(links[0].Weight > 0.5, $"{links[0].Weight}");
        Assert.True(links.Sum(link => link.Weight) < 1);
    }

    [Fact]
    public async Task What_was_read_more_than_a_week_before_has_no_part_in_it()
    {
        await ReadAsync("ann", _vpn, daysAgo: 8);
        await _site.ContactAsync("ann", slug: null, revision: null);
        Assert.DoesNotContain(await LinksAsync(), link => link.Kind == ContactLink.Failed);
    }

    [Fact]
    public async Task A_ticket_is_joined_to_readings_only_through_an_address_that_the_reader_gave_in_a_case()
    {
        await ReadAsync("ann", _vpn, daysAgo: 1);
        await TicketAsync("1", "ann@example.com", "The VPN says 809");
        Assert.DoesNotContain(await LinksAsync(), link => link.Kind == ContactLink.Failed);
        await _site.ContactAsync("ann", slug: null, revision: null);
        await _site.ChangeCasesAsync("contact_hash = @hash, problem = 'x'", new { hash = HashOf("Ann@Example.com") });
        await TicketAsync("2", "ann@example.com", "The VPN says 809");
        Assert.Contains(await LinksAsync("zendesk"), link => link is { Kind: ContactLink.Failed, Weight: > 0.5 } && link.Article == _vpn.Id);
    }

    [Fact]
    public async Task A_ticket_that_nobody_had_read_for_is_a_direct_contact_of_the_article_that_fits_best()
    {
        await TicketAsync("1", "ann@example.com", "The VPN says 809");
        await TicketAsync("2", "bob@example.com", "Where is the canteen?");
        Assert.Equal([(_vpn.Id, ContactLink.Direct, 1.0, Today)], await LinksAsync());
    }

    [Fact]
    public async Task An_article_that_a_ticket_names_by_its_address_is_its_failure_whole()
    {
        await TicketAsync("1", "ann@example.com", "Hm", article: HelpSite.Vpn);
        await TicketAsync("2", "bob@example.com", "Hm", article: "never/published");
        Assert.Equal([(_vpn.Id, ContactLink.Failed, 1.0, Today)], await LinksAsync());
    }

    [Fact]
    public async Task Staff_and_test_accounts_are_left_out()
    {
        await TicketAsync("1", "staff@example.com", "The VPN says 809", isStaff: true);
        await _site.ContactAsync("eve", _vpn);
        await _site.ChangeCasesAsync("contact_hash = @hash", new { hash = HashOf("staff@example.com") });
        Assert.Empty(await LinksAsync());
    }

    [Fact]
    public async Task A_ticket_that_changes_is_attributed_anew()
    {
        await TicketAsync("1", "ann@example.com", "Hm", article: HelpSite.Vpn);
        await LinksAsync();
        await _site.ExecuteAsync("UPDATE contact SET article = @slug, version = 2, attributed_at = NULL", new { slug = HelpSite.Printing });
        Assert.Equal([_printing.Id], (await LinksAsync()).Select(link => link.Article));
    }

    private long Today => Server.Feedback.Readings.DayOf(_site.Time.GetUtcNow());

    private string HashOf(string address) => _site.Services.GetRequiredService<PersonKeys>().HashOf(address);

    private Task ReadAsync(string reader, Article article, int daysAgo) => _site.ReadAsync(reader, article, _site.Time.GetUtcNow().AddDays(-daysAgo));

    private Task TicketAsync(string id, string person, string subject, string? article = null, bool isStaff = false) =>
        _site.Services.GetRequiredService<ContactBook>().KeepAsync(
            [new Contact("zendesk", id, HashOf(person), _site.Time.GetUtcNow()) { Subject = subject, Article = article, IsStaff = isStaff }], CancellationToken.None);

    private async Task<IReadOnlyList<(string Article, long Kind, double Weight, long Day)>> LinksAsync(string? source = null)
    {
        while (await _site.Services.GetRequiredService<AttributionBook>().CatchUpAsync(CancellationToken.None)) { }
        return await _site.QueryAsync<(string, long, double, long)>(
            $"SELECT article, kind, weight, day FROM contact_link {(source is null ? "" : $"WHERE source = '{source}'")} ORDER BY weight DESC");
    }
}
