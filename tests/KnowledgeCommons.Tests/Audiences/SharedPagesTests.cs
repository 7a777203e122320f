using System.Net;

namespace KnowledgeCommons.Tests.Audiences;

public sealed class SharedPagesTests
{
    private const int Requests = 10_000;
    private static readonly string[] Pages =
        ["/", "/topics", "/topics/open", "/topics/finance", "/articles/open/start", "/articles/open/mixed", "/articles/open/mixed.md", "/articles/finance/pay", "/articles/desk-notes", "/articles/for-owners", "/sitemap.xml", "/feed.xml"];

    [Fact]
    public async Task Of_ten_thousand_kept_pages_for_every_role_at_once_each_is_its_own_readers()
    {
        var readers = Somebody.All;
        await using var site = await new GuardedSite().Write(GuardedContent.Whole).StartAsync();
        var expected = new Dictionary<(Somebody, string), string>();
        foreach (var who in readers)
        {
            await using var alone = await new GuardedSite().Write(GuardedContent.SeenBy(who.Clearance)).StartAsync();
            foreach (var page in Pages) expected[(who, page)] = await alone.AskAsync(who, "GET", page);
        }
        var wrong = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Requests), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
        {
            var (who, page) = (readers[number % readers.Count], Pages[(number * 7 / readers.Count) % Pages.Length]);
            var answer = await site.AskAsync(who, "GET", page);
            if (answer != expected[(who, page)]) wrong.Add($"{who} {page}");
        });
        Assert.Empty(wrong.CountBy(each => each));
        Assert.Equal(HttpStatusCode.NotFound, await site.StatusAsync(Somebody.Anonymous, "/articles/finance/pay"));
        Assert.Equal(HttpStatusCode.OK, await site.StatusAsync(Somebody.Finance, "/articles/finance/pay"));
    }
}
