using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Tests.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Searching;

/// <summary>From a reader's search and answer to another reader's results, through the whole site.</summary>
public sealed class LearningTests
{
    private const string Asked = "the box under my desk hums";
    private const string Jam = "printing/jam";

    [Fact]
    public async Task What_fixed_it_for_others_is_found_within_a_minute_and_still_after_a_restart()
    {
        await using var site = await SearchSite.StartAsync();
        Assert.DoesNotContain(Jam, await HitsAsync(site));
        for (var day = 0; day < 3; day++) await SolveAsync(site, "fixed");
        await LearnsAsync(site, async () => (await HitsAsync(site))[0] == Jam);
        Assert.Equal(3, Engine(site).Learnt.Count);

        var explained = await site.Client.PageAsync("/desk/searches/order?q=" + Uri.EscapeDataString(Asked));
        Assert.Equal(["Paper is stuck", "3"], explained.QuerySelectorAll("tbody tr").Take(1).SelectMany(row => new[] { row.QuerySelector("a")?.TextContent, row.QuerySelectorAll("td")[3].TextContent }));
    }

    [Fact]
    public async Task Not_fixed_counts_against_and_another_persons_search_teaches_nothing()
    {
        await using var site = await SearchSite.StartAsync();
        for (var day = 0; day < 3; day++) await SolveAsync(site, "fixed");
        await LearnsAsync(site, async () => (await HitsAsync(site)).Contains(Jam));
        for (var day = 0; day < 4; day++) await SolveAsync(site, "not-fixed");
        await LearnsAsync(site, async () => !(await HitsAsync(site)).Contains(Jam));
        var known = Engine(site).Learnt.Count;
        using var stranger = site.NewReader();
        await stranger.SayAsync(Jam, "fixed", ("search", await SearchAsync(site.Client)));
        await SolveAsync(site, "fixed");
        await LearnsAsync(site, () => Task.FromResult(Engine(site).Learnt.Count == known + 1));
    }

    private static async Task SolveAsync(TestSite site, string answer)
    {
        using var reader = site.NewReader();
        await reader.SayAsync(Jam, answer, ("search", await SearchAsync(reader)));
        site.Time.Advance(TimeSpan.FromDays(1));
    }

    private static async Task<string> SearchAsync(HttpClient reader)
    {
        using var found = System.Text.Json.JsonDocument.Parse(await reader.GetStringAsync("/api/v1/search?q=" + Uri.EscapeDataString(Asked)));
        return found.RootElement.GetProperty("search").GetString() ?? "";
    }

    private static async Task<string[]> HitsAsync(TestSite site) => [.. (await Task.FromResult(Engine(site).Search(new(Asked)))).Hits.Select(hit => hit.Slug.Value)];

    private static ISearchEngine Engine(TestSite site) => site.Services.GetRequiredService<ISearchEngine>();

    private static Task LearnsAsync(TestSite site, Func<Task<bool>> holds) => Eventually.HoldsAsync(async () =>
    {
        site.Time.Advance(TimeSpan.FromSeconds(15));
        return await holds();
    });
}
