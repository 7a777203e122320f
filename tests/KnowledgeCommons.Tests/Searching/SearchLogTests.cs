using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.Feedback;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeCommons.Tests.Searching;

public sealed class SearchLogTests
{
    private static readonly Reader Ada = new("ada");
    private static readonly Reader Robin = new("robin");

    [Fact]
    public async Task A_readers_searches_come_back_newest_first_with_what_was_opened()
    {
        await using var site = await new TestSite().StartAsync();
        var log = site.Services.GetRequiredService<SearchLog>();
        var first = log.Keep(Ada, Answer("vpn", "a", "b"));
        site.Time.Advance(TimeSpan.FromMinutes(1));
        var second = log.Keep(Ada, Answer("vpn  809\r\n", "c"));
        log.Keep(Robin, Answer("printer", "a"));
        log.Opened(Ada, first, Slug.Parse("b", null));
        log.Opened(Ada, first, Slug.Parse("b", null));
        var recent = await log.RecentOfAsync(Ada, site.Time.GetUtcNow().AddHours(-1), CancellationToken.None);
        Assert.Equal([(second, "vpn 809", 1L), (first, "vpn", 2L)], recent.Select(search => (search.Id, search.Query, search.Total)));
        Assert.Equal(["b"], recent[1].Opened);
        Assert.Equal([second], (await log.RecentOfAsync(Ada, site.Time.GetUtcNow(), CancellationToken.None)).Select(search => search.Id));
        Assert.Null(await log.FindAsync("unknown", CancellationToken.None));
    }

    [Fact]
    public async Task What_a_reader_types_on_to_within_half_a_minute_is_one_search_the_last()
    {
        await using var site = await new TestSite().StartAsync();
        var log = site.Services.GetRequiredService<SearchLog>();
        foreach (var typed in (string[])["outl", "outlok wont", "outlook wont", "outlook wont send"])
        {
            log.Keep(Ada, Answer(typed, "a"));
            log.Keep(Robin, Answer("printer", "a"));
            site.Time.Advance(TimeSpan.FromSeconds(29));
        }
        Assert.Equal(["outlook wont send"], await AskedAsync(site, log, Ada));
        Assert.Equal(["printer"], await AskedAsync(site, log, Robin));
        Assert.Equal(8, await site.CountAsync("search"));
        Assert.Equal(8, await site.CountAsync("search_asked"));
        Assert.Equal(2, await site.CountAsync("(SELECT DISTINCT search FROM search_asked) AS whole"));
    }

    [Fact]
    public async Task Another_question_a_later_one_and_one_after_something_was_opened_stand_by_themselves()
    {
        await using var site = await new TestSite().StartAsync();
        var log = site.Services.GetRequiredService<SearchLog>();
        log.Keep(Ada, Answer("vpn", "a"));
        site.Time.Advance(TimeSpan.FromSeconds(31));
        log.Keep(Ada, Answer("vpn error", "a"));
        site.Time.Advance(TimeSpan.FromSeconds(5));
        log.Keep(Ada, Answer("printer", "a"));
        site.Time.Advance(TimeSpan.FromSeconds(5));
        var opened = log.Keep(Ada, Answer("printer offline", "a"));
        log.Opened(Ada, opened, Slug.Parse("a", null));
        site.Time.Advance(TimeSpan.FromSeconds(5));
        log.Keep(Ada, Answer("printer offline again", "a"));
        Assert.Equal(["printer offline again", "printer offline", "vpn error", "vpn"], await AskedAsync(site, log, Ada));
    }

    [Fact]
    public async Task A_program_that_asks_the_same_for_ever_is_folded_in_portions()
    {
        await using var site = await new TestSite().StartAsync();
        var log = site.Services.GetRequiredService<SearchLog>();
        for (var time = 0; time < 250; time++)
        {
            log.Keep(Ada, Answer("vpn", "a"));
            site.Time.Advance(TimeSpan.FromSeconds(10));
        }
        Assert.Equal(3, (await AskedAsync(site, log, Ada)).Count());
    }

    [Fact]
    public async Task A_query_is_kept_short_and_without_characters_that_only_control()
    {
        await using var site = await new TestSite().StartAsync();
        var log = site.Services.GetRequiredService<SearchLog>();
        log.Keep(Ada, Answer("a\0b\u0007\u202Ec\uD800 \t\n d"));
        log.Keep(Ada, Answer(string.Concat(Enumerable.Repeat("😀", 100_000))));
        var kept = (await log.RecentOfAsync(Ada, site.Time.GetUtcNow(), CancellationToken.None)).Select(search => search.Query).ToList();
        Assert.Contains("abc\uFFFD d", kept);
        Assert.Contains(string.Concat(Enumerable.Repeat("😀", 250)), kept);
    }

    [Fact]
    public async Task What_cannot_be_written_now_is_written_later_and_searching_goes_on()
    {
        await using var site = await SearchSite.StartAsync();
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(site.Data, "knowledge-commons.db")};Pooling=False"))
        {
            await other.OpenAsync();
            await using var locking = other.BeginTransaction(deferred: false);
            Assert.NotNull((await site.Client.PageAsync("/search?q=printer")).QuerySelector("li.hit"));
            var log = site.Services.GetRequiredService<SearchLog>();
            log.Keep(Ada, Answer("kept after all"));
            await log.WriteWaitingAsync();
        }
        var kept = await site.Services.GetRequiredService<SearchLog>().RecentOfAsync(Ada, site.Time.GetUtcNow(), CancellationToken.None);
        Assert.Equal(["kept after all"], kept.Select(search => search.Query));
    }

    [Fact]
    public async Task What_was_kept_before_the_server_stops_is_written()
    {
        var folder = Directory.CreateTempSubdirectory("kc-log-");
        await using (var database = new SqliteDatabase(Path.Combine(folder.FullName, "x.db"), TimeProvider.System))
        {
            await database.MigrateAsync(CancellationToken.None);
            using var log = new SearchLog(database, new Masking(Microsoft.Extensions.Options.Options.Create(new MaskingOptions())), TimeProvider.System, NullLogger<SearchLog>.Instance);
            using var writer = new SearchLogWriter(log, NullLogger<SearchLogWriter>.Instance, TimeProvider.System);
            await writer.StartAsync(CancellationToken.None);
            for (var n = 0; n < 500; n++) log.Keep(Ada, Answer($"question {n}"));
            await writer.StopAsync(CancellationToken.None);
            Assert.Equal(500, await database.ReadAsync(connection => Dapper.SqlMapper.ExecuteScalarAsync<long>(connection, "SELECT COUNT(*) FROM search"), CancellationToken.None));
        }
        folder.Delete(recursive: true);
    }

    private static async Task<IEnumerable<string>> AskedAsync(TestSite site, SearchLog log, Reader reader) =>
        (await log.RecentOfAsync(reader, site.Time.GetUtcNow().AddHours(-1), CancellationToken.None)).Select(search => search.Query);

    private static SearchAnswer Answer(string query, params string[] slugs) =>
        new(query, slugs.Length, [.. slugs.Select(slug => new SearchHit(Slug.Parse(slug, null), slug, "", new Section("", "", 1), new Snippet([]), 1))]);
}
