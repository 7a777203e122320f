using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Feedback;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeCommons.Tests.Feedback;

public sealed class ReadingCounterTests
{
    private static readonly Article Vpn = Shelf.Article("network/vpn", id: "KB-7");

    [Fact]
    public async Task Readings_are_one_row_for_reader_revision_and_day()
    {
        await using var site = await new TestSite().StartAsync();
        await site.PublishAsync(Vpn);
        var counter = site.Services.GetRequiredService<ReadingCounter>();
        var day = Readings.DayOf(site.Time.GetUtcNow());
        counter.Note("ann", Vpn.Slug, Vpn.Revision);
        counter.Note("ann", Vpn.Slug, Vpn.Revision);
        await SecondsUntilAsync(site, times: 2);
        counter.Note("ann", Vpn.Slug, Vpn.Revision);
        counter.Note("bob", Vpn.Slug, Vpn.Revision);
        await SecondsUntilAsync(site, times: 4);
        site.Time.Advance(TimeSpan.FromDays(1));
        counter.Note("ann", Vpn.Slug, Vpn.Revision);
        await SecondsUntilAsync(site, times: 5);

        var rows = await site.QueryAsync<(string Reader, string Article, long Day, long Times)>("SELECT reader, article, day, times FROM reading ORDER BY day, reader");
        Assert.Equal([("ann", "KB-7", day, 3), ("bob", "KB-7", day, 1), ("ann", "KB-7", day + 1, 1)], rows);
    }

    [Fact]
    public async Task What_was_noted_just_before_the_stop_is_stored()
    {
        await using var site = await new TestSite().StartAsync();
        site.Services.GetRequiredService<ReadingCounter>().Note("ann", Vpn.Slug, Vpn.Revision);
        foreach (var work in site.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<ReadingFlush>())
            await work.StopAsync(CancellationToken.None);
        Assert.Equal([1], await site.QueryAsync<long>("SELECT times FROM reading"));
    }

    [Fact]
    public void Readers_beyond_the_most_that_wait_are_dropped_and_counted_and_no_others()
    {
        var counter = new ReadingCounter(new FakeTimeProvider());
        for (var reader = 0; reader < ReadingCounter.MostWaiting + 3; reader++) counter.Note($"{reader}", Vpn.Slug, Vpn.Revision);
        counter.Note("0", Vpn.Slug, Vpn.Revision);
        Assert.Equal(3, counter.Dropped);
        Assert.Equal(("0", 2), counter.Take(1).Select(noted => (noted.Key.Reader, noted.Times)).Single());
        counter.Note("late", Vpn.Slug, Vpn.Revision);
        Assert.Equal(3, counter.Dropped);
        Assert.Equal(ReadingCounter.MostWaiting, counter.Take(int.MaxValue).Count);
    }

    [Fact]
    public async Task Many_readers_at_once_are_each_counted()
    {
        var counter = new ReadingCounter(new FakeTimeProvider());
        var taken = 0;
        await Parallel.ForAsync(0, 20_000, (number, _) =>
        {
            counter.Note($"{number % 7}", Vpn.Slug, Vpn.Revision);
            if (number % 1000 == 0)
                Interlocked.Add(ref taken, counter.Take(3).Sum(noted => noted.Times));
            return ValueTask.CompletedTask;
        });
        Assert.Equal(20_000, taken + counter.Take(7).Sum(noted => noted.Times));
    }

    [Fact]
    public async Task Readings_wait_while_the_table_is_away_and_are_stored_when_it_is_back()
    {
        await using var site = await new TestSite().StartAsync();
        await site.ExecuteAsync("ALTER TABLE reading RENAME TO reading_away");
        site.Services.GetRequiredService<ReadingCounter>().Note("ann", Vpn.Slug, Vpn.Revision);
        site.Time.Advance(TimeSpan.FromSeconds(2));
        await Task.Delay(200);
        await site.ExecuteAsync("ALTER TABLE reading_away RENAME TO reading");
        await SecondsUntilAsync(site, times: 1);
    }

    // The clock is moved until the flush has come round; how often that takes depends on when it began to wait.
    private static async Task SecondsUntilAsync(TestSite site, long times)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            site.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20);
            if ((await site.QueryAsync<long>("SELECT COALESCE(SUM(times), 0) FROM reading"))[0] == times) return;
        }
        Assert.Fail($"{times} readings were not stored.");
    }
}
