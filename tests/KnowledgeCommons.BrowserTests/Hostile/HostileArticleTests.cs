using System.Text.Json;

namespace KnowledgeCommons.BrowserTests.Hostile;

/// <summary>Whoever may write an article may still not run anything in a reader's browser, also where the content policy does not help.</summary>
[Collection(StoriesCollection.Name)]
public sealed class HostileArticleTests(Chromium browser) : IAsyncLifetime
{
    private readonly LiveSite _site = new();

    public async Task InitializeAsync()
    {
        var first = JsonSerializer.Serialize(Payloads.All[0]);
        _site.Write("_people.yml", $"people:\n  mallory:\n    name: {JsonSerializer.Serialize(Payloads.All[14])}\n    role: {first}\nduty:\n  default: {{ owner: mallory }}\n");
        _site.Write("bait/_topic.yml", $"title: {first}\nowner: mallory\n");
        foreach (var (index, payload) in Payloads.All.Index()) _site.Write($"bait/p{index}.md", Article(payload));
        await _site.StartAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Nothing_in_an_article_runs_or_leaves_even_without_the_content_policy(int quarter)
    {
        Assert.True(Payloads.All.Count >= 100);
        await using var reader = await browser.VisitAsync(_site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        foreach (var (index, payload) in Payloads.All.Index().Where(each => each.Index % 4 == quarter))
        {
            Assert.Equal(200, await reader.OpenAsync($"/articles/bait/p{index}"));
            faults.AddRange(await Inspection.FaultsAsync(reader, payload));
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Nothing_in_lists_of_articles_runs_or_leaves_even_without_the_content_policy()
    {
        await using var reader = await browser.VisitAsync(_site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        foreach (var list in (string[])["/", "/topics", "/topics/bait", "/search?q=bait", "/help?article=bait/p0", "/desk/articles", "/desk/content", "/desk/articles/bait/p14"])
        {
            for (var page = list; page is not null; page = await NextAsync(reader))
            {
                Assert.Equal(200, await reader.OpenAsync(page));
                faults.AddRange(await Inspection.FaultsAsync(reader, page));
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task<string?> NextAsync(Visitor reader) =>
        await reader.Page.Locator("a[rel=next]").CountAsync() > 0 ? await reader.Page.Locator("a[rel=next]").First.GetAttributeAsync("href") : null;

    // JSON strings are YAML too.
    private static string Article(string payload)
    {
        var line = JsonSerializer.Serialize(payload);
        return $"---\ntitle: {line}\nsummary: {line}\nowner: mallory\nalso_called: [{line}]\nsymptoms: [{line}]\ntags: [{line}]\n---\n\nA bait.\n\n{payload}\n\nAfter it.\n";
    }
}
