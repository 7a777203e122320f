using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Tests.Feedback;
using KnowledgeCommons.Tests.Health;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Searching;

public sealed class HitRemarkTests
{
    private const string Helped = ".hit .badge.good";
    private const string Rewritten = ".hit .badge.warn";

    [Fact]
    public async Task People_whom_an_article_helped_this_month_are_counted_on_its_hit()
    {
        await using var site = await StartAsync();
        var article = Find(site, "printing/jam");
        for (var reader = 0; reader < 6; reader++) await site.SaidAsync($"long ago {reader}", article, "fixed");
        site.Time.Advance(TimeSpan.FromDays(31));
        for (var reader = 0; reader < 5; reader++) await site.SaidAsync($"reader {reader}", article, "fixed");
        await site.SaidAsync("reader 0", article, "fixed");
        await ComesToHoldAsync(site, Helped, "Fixed it for 5 people this month");
        await site.SaidAsync("reader 5", article, "not-fixed");
        site.Time.Advance(TimeSpan.FromSeconds(1));
        await site.SaidAsync("reader 5", article, "fixed");
        await ComesToHoldAsync(site, Helped, "Fixed it for 6 people this month");
    }

    [Fact]
    public async Task Who_came_back_was_not_helped_and_fewer_than_five_are_not_told()
    {
        await using var site = await StartAsync();
        var article = Find(site, "printing/jam");
        for (var reader = 0; reader < 5; reader++) await site.SaidAsync($"reader {reader}", article, "fixed");
        await ComesToHoldAsync(site, Helped, "Fixed it for 5 people this month");
        await site.SaidAsync("reader 0", article, "came-back");
        await ComesToHoldAsync(site, Helped);
    }

    [Fact]
    public async Task An_article_that_is_being_rewritten_says_so_and_stands_lower_until_the_new_one_is_there()
    {
        await using var site = await StartAsync();
        var before = await HitsAsync(site);
        var first = site.Services.GetRequiredService<PublishedLibrary>().Whole.Articles.Single(article => article.Title == before[0]);
        await site.Services.GetRequiredService<FlagAnswers>().RewriteAsync(first, "Ada Byron", CancellationToken.None);
        await ComesToHoldAsync(site, Rewritten, "Being rewritten by Ada Byron");
        Assert.Equal([before[1], before[2], before[0]], await HitsAsync(site));

        site.Write(first.Path, File.ReadAllText(Path.Combine(site.Articles, first.Path)) + "\nNow it is explained.\n");
        await Eventually.HoldsAsync(async () => (await site.Client.PageAsync("/search?q=printer")).QuerySelector(Rewritten) is null);
    }

    [Theory]
    [InlineData("Rabc", "abRc")]
    [InlineData("aRbc", "abcR")]
    [InlineData("RSabc", "abRSc")]
    [InlineData("RaSb", "abRS")]
    [InlineData("Ra", "aR")]
    [InlineData("abR", "abR")]
    [InlineData("RST", "RST")]
    [InlineData("abc", "abc")]
    public void Hits_that_are_being_rewritten_stand_behind_the_next_two(string found, string shown)
    {
        var remarks = new HitRemarks();
        remarks.ReplaceRewriters(found.Where(char.IsUpper).ToDictionary(name => CannedEngine.Hit($"{name}").Slug, _ => "Ada"));
        var answer = new SearchAnswer("q", found.Length, [.. found.Select(name => CannedEngine.Hit($"{name}"))]);
        Assert.Equal(shown.ToLowerInvariant(), string.Concat(remarks.Lower(answer).Hits.Select(hit => hit.Slug.Value)));
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = await SearchSite.StartAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(site.Services.GetRequiredService<PublishedLibrary>().Whole.Articles.Count == 3));
        return site;
    }

    private static Article Find(TestSite site, string path) =>
        site.Services.GetRequiredService<PublishedLibrary>().Whole.Articles.Single(article => article.Slug.Value == path);

    private static async Task<string[]> HitsAsync(TestSite site) =>
        [.. (await site.Client.PageAsync("/search?q=printer")).QuerySelectorAll(".hit h2").Select(title => title.TextContent)];

    // What is said about hits is asked once a minute: each look is a minute later.
    private static Task ComesToHoldAsync(TestSite site, string remark, params string[] words) => Eventually.HoldsAsync(async () =>
    {
        site.Time.Advance(TimeSpan.FromMinutes(1));
        return (await site.Client.PageAsync("/search?q=printer")).QuerySelectorAll(remark).Select(found => found.TextContent).SequenceEqual(words);
    });
}
