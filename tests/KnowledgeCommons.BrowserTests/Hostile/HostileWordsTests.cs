using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.BrowserTests.Hostile;

/// <summary>What readers and technicians type comes out as text, wherever it is shown.</summary>
[Collection(StoriesCollection.Name)]
public sealed class HostileWordsTests(Chromium browser) : IAsyncLifetime
{
    private const string Article = "vpn-wifi/vpn-wont-connect";
    private const int LongestProblem = 20_000;
    private const int LongestFeedback = 4_000;
    private const int LongestTitle = 200;
    private const string Name = "\"><img src=x onerror=alert(1)>";
    private static readonly string Problem = Payloads.Together(LongestProblem).First();

    private LiveSite? _site;

    private LiveSite Site => _site ?? throw new InvalidOperationException("The site was not started.");

    public async Task InitializeAsync() => _site = await LiveSite.OverSampleAsync();

    public async Task DisposeAsync() => await Site.DisposeAsync();

    [Fact]
    public async Task What_is_written_to_a_person_and_at_the_desk_comes_out_as_text()
    {
        await using var reader = await browser.VisitAsync(Site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        foreach (var (index, words) in Payloads.Together(LongestProblem).Index())
        {
            var receipt = await WriteAsync(words, $"/desk/cases/{index + 1}");
            foreach (var page in (string[])[receipt, $"/desk/cases/{index + 1}"]) faults.AddRange(await FaultsAtAsync(reader, page));
            if (index > 0) continue;
            await reader.OpenAsync(receipt);
            await reader.AssertShowsAsync("<svg/onload=alert(1)//");
        }
        foreach (var page in (string[])["/desk/cases?show=all", "/desk/cases?show=closed", "/desk/work", "/desk/articles/" + Article]) faults.AddRange(await FaultsAtAsync(reader, page));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task What_is_held_comes_out_as_text()
    {
        await using var reader = await browser.VisitAsync(Site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        using var machine = new FormSender(Site.Url);
        foreach (var words in Payloads.Together(LongestProblem))
            faults.AddRange(await FaultsAtAsync(reader, await machine.SendAsync("/help", ("problem", words), ("name", Name), ("homepage", words[..200]))));
        faults.AddRange(await FaultsAtAsync(reader, "/desk/held"));
        await reader.AssertShowsAsync("<svg/onload=alert(1)//");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task What_is_written_down_of_those_who_work_here_comes_out_as_text()
    {
        using var sender = new FormSender(Site.Url);
        var receipt = await sender.SendAsync("/help", ("problem", "It hums"));
        var story = await Site.Service<Cases>().FindByNumberAsync(1, default);
        foreach (var payload in Payloads.Together(LongestFeedback))
        {
            await Site.Service<AuditBook>().AddAsync(AuditKind.ReadCase, payload, story?.Case.Id, payload, default);
            await Site.Service<AuditBook>().AddAsync(AuditKind.Roles, payload, payload, payload, default);
        }
        await using var reader = await browser.VisitAsync(Site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [.. await FaultsAtAsync(reader, "/desk/audit"), .. await FaultsAtAsync(reader, receipt)];
        await reader.AssertShowsAsync("<svg/onload=alert(1)//");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_known_issue_of_the_desk_runs_and_leaves_nowhere()
    {
        await using var reader = await browser.VisitAsync(Site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        foreach (var (index, words) in Payloads.Together(LongestFeedback).Index())
        {
            using var desk = new FormSender(Site.Url);
            var page = await desk.SendAsync("/desk/known-issues/new", ("me", "dev"), ("title", OneLine(words, LongestTitle)), ("body", words), ("next", "2026-11-24T11:00"),
                ("words", OneLine(words, LongestTitle)), ("form", $"form {index}"));
            faults.AddRange(await FaultsAtAsync(reader, page));
            faults.AddRange(await FaultsAtAsync(reader, page["/desk".Length..]));
        }
        foreach (var page in (string[])["/", "/known-issues", "/desk/known-issues", "/desk/known-issues/new?title=" + Uri.EscapeDataString(Name)]) faults.AddRange(await FaultsAtAsync(reader, page));
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

    /// <summary>Writes the same words wherever a case takes some, from both sides, and gives the address of its receipt.</summary>
    private async Task<string> WriteAsync(string words, string desk)
    {
        using var reader = new FormSender(Site.Url);
        var receipt = await reader.SendAsync("/help", ("problem", words), ("article", Article), ("name", Name), ("contact", Name), ("reach", "chat"));
        await reader.SendAsync(receipt + "/say", ("text", words));
        using var technician = new FormSender(Site.Url);
        foreach (var (step, field, more) in ((string, string, (string, string)[])[])
            [("answer", "text", []), ("note", "note", []), ("hand-over", "text", [("to", "ana")]), ("articles", "step", [("article", Article), ("use", "extra-step")]), ("close", "text", [("reason", "other")])])
            await technician.SendAsync($"{desk}/{step}", [("me", "dev"), (field, words), .. more]);
        return receipt;
    }

    private static string OneLine(string words, int longest) => new([.. words.ReplaceLineEndings(" ").Where(letter => !char.IsControl(letter)).Take(longest)]);

    private static async Task<IReadOnlyList<string>> FaultsAtAsync(Visitor reader, string page)
    {
        await reader.OpenAsync(page);
        return await Inspection.FaultsAsync(reader, page);
    }
}
