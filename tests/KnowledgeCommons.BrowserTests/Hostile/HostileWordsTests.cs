namespace KnowledgeCommons.BrowserTests.Hostile;

/// <summary>What readers and technicians type comes out as text, wherever it is shown.</summary>
[Collection(StoriesCollection.Name)]
public sealed class HostileWordsTests(Chromium browser) : IAsyncLifetime
{
    private const string Article = "vpn-wifi/vpn-wont-connect";
    private const int LongestProblem = 20_000;
    private const int LongestSearch = 1_500;
    private const int LongestFeedback = 4_000;
    private const string Name = "\"><img src=x onerror=alert(1)>";
    private static readonly string Problem = Payloads.Together(LongestProblem).First();

    private LiveSite? _site;

    private LiveSite Site => _site ?? throw new InvalidOperationException("The site was not started.");

    public async Task InitializeAsync() => _site = await LiveSite.OverSampleAsync();

    public async Task DisposeAsync() => await Site.DisposeAsync();

    [Fact]
    public async Task What_is_searched_for_comes_out_as_text()
    {
        await using var reader = await browser.VisitAsync(Site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        foreach (var words in Payloads.Together(LongestSearch).Concat(Payloads.All.Where((_, index) => index % 25 == 0)))
        {
            await reader.OpenAsync("/search?q=" + Uri.EscapeDataString("vpn " + words));
            faults.AddRange(await Inspection.FaultsAsync(reader, $"search for {words}"));
        }
        foreach (var page in (string[])["/help", "/desk/searches", "/desk", "/nowhere/" + Uri.EscapeDataString(Name)])
            faults.AddRange(await FaultsAtAsync(reader, page));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task What_is_written_to_a_person_comes_out_as_text()
    {
        using var sender = new FormSender(Site.Url);
        var receipt = await sender.SendAsync("/help", ("problem", Problem), ("article", Article), ("name", Name), ("contact", Name), ("reach", "chat"));
        foreach (var words in Payloads.Together(LongestProblem)) await sender.SendAsync(receipt + "/say", ("text", words));
        foreach (var (step, field, more) in ((string, string, (string, string)[])[])
            [("answer", "text", []), ("note", "note", []), ("hand-over", "text", [("to", "ana")]), ("close", "text", [("reason", "other")])])
            await sender.SendAsync($"/desk/cases/1/{step}", [("me", "dev"), (field, Problem), .. more]);

        await using var reader = await browser.VisitAsync(Site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        foreach (var page in (string[])[receipt, "/desk/cases?show=all", "/desk/cases/1", "/desk/articles/" + Article]) faults.AddRange(await FaultsAtAsync(reader, page));
        await reader.OpenAsync(receipt);
        await reader.AssertShowsAsync("<svg/onload=alert(1)//");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task What_is_said_about_an_article_comes_out_as_text()
    {
        await using var reader = await browser.VisitAsync(Site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        foreach (var words in Payloads.Together(LongestFeedback))
        {
            using var sender = new FormSender(Site.Url);
            var receipt = await sender.SendAsync($"/articles/{Article}/outcome", ("answer", "not-fixed"));
            await sender.SendAsync(receipt, ("reason", "wrong"), ("text", words));
            faults.AddRange(await FaultsAtAsync(reader, receipt));
        }
        faults.AddRange(await FaultsAtAsync(reader, "/desk/articles/" + Article));
        await reader.AssertShowsAsync("<svg/onload=alert(1)//");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task What_could_not_be_taken_is_shown_again_as_text()
    {
        await using var reader = await browser.VisitAsync(Site, Screen.Desktop, bypassPolicy: true);
        await reader.OpenAsync("/help?problem=" + Uri.EscapeDataString(Payloads.Together(2_000).First()));
        List<string> faults = [.. await Inspection.FaultsAsync(reader, "help form, filled by its address")];
        await reader.Page.Locator("#problem").FillAsync(Problem);
        await reader.Page.Locator("#name").FillAsync(Name);
        await reader.Page.Locator("#contact").FillAsync(Name);
        await reader.Page.Locator("[name=reach][value=email]").CheckAsync();
        await reader.FollowAsync(reader.Page.Locator("form[action='/help'] [type=submit]"));
        await reader.AssertShowsAsync("Please give one e-mail address");
        faults.AddRange(await Inspection.FaultsAsync(reader, "help form with an error"));

        await reader.Page.Locator("[name=reach][value=chat]").CheckAsync();
        await using (await Site.LockDatabaseAsync()) await reader.FollowAsync(reader.Page.Locator("form[action='/help'] [type=submit]"));
        await reader.AssertHeadingAsync("This was not saved yet");
        faults.AddRange(await Inspection.FaultsAsync(reader, "not saved"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task<IReadOnlyList<string>> FaultsAtAsync(Visitor reader, string page)
    {
        await reader.OpenAsync(page);
        return await Inspection.FaultsAsync(reader, page);
    }
}
