using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.BrowserTests.Hostile;

/// <summary>What readers type into the search comes out as text, on the page of hits and where the desk reads what was searched in vain.</summary>
[Collection(StoriesCollection.Name)]
public sealed class HostileSearchTests(Chromium browser, SampleSite sample) : IClassFixture<SampleSite>
{
    private const int LongestSearch = 1_500;
    private const string Name = "\"><img src=x onerror=alert(1)>";

    // From so many on words are shown to the desk.
    private const int People = 3;

    public static TheoryData<int> Portions => Payloads.Portions;

    [Theory]
    [MemberData(nameof(Portions))]
    public async Task What_is_searched_for_comes_out_as_text(int portion)
    {
        await using var reader = await browser.VisitAsync(sample.Site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        foreach (var (_, payload) in Payloads.Of(portion)) faults.AddRange(await FaultsAtAsync(reader, "/search?q=" + Uri.EscapeDataString("vpn " + payload)));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Searches_of_many_together_come_out_as_text_and_so_do_the_pages_behind_them()
    {
        await using var reader = await browser.VisitAsync(sample.Site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        foreach (var words in Payloads.Together(LongestSearch)) faults.AddRange(await FaultsAtAsync(reader, "/search?q=" + Uri.EscapeDataString("vpn " + words)));
        foreach (var page in (string[])["/help", "/nowhere/" + Uri.EscapeDataString(Name), "/desk/searches/order?q=" + Uri.EscapeDataString(Name)]) faults.AddRange(await FaultsAtAsync(reader, page));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task What_several_people_searched_for_in_vain_comes_out_as_text_at_the_desk()
    {
        for (var person = 0; person < People; person++)
        {
            using var sender = new FormSender(sample.Site.Url);
            foreach (var payload in Payloads.All) await sender.OpenAsync("/search?q=" + Uri.EscapeDataString("quokka " + payload));
        }
        await sample.Site.Service<SearchLog>().WriteWaitingAsync();
        await using var reader = await browser.VisitAsync(sample.Site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        for (var page = "/desk/searches"; page is not null; page = await NextAsync(reader)) faults.AddRange(await FaultsAtAsync(reader, page));
        await reader.OpenAsync("/desk/searches");
        await reader.AssertShowsAsync("quokka");
        faults.AddRange(await FaultsAtAsync(reader, "/desk"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task<string?> NextAsync(Visitor reader) =>
        await reader.Page.Locator("a[rel=next]").CountAsync() > 0 ? await reader.Page.Locator("a[rel=next]").First.GetAttributeAsync("href") : null;

    private static async Task<IReadOnlyList<string>> FaultsAtAsync(Visitor reader, string page)
    {
        await reader.OpenAsync(page);
        return await Inspection.FaultsAsync(reader, page);
    }
}
