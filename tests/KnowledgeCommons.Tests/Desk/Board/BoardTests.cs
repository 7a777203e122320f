using AngleSharp.Dom;
using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.Tests.Desk.Board;

public sealed class BoardTests
{
    [Fact]
    public async Task It_shows_what_is_due_what_is_mine_and_what_nobody_has_each_case_once()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "For the team"));
        await site.Client.AskAsync(("problem", "For Ana"), ("article", HelpSite.Vpn));
        Assert.Contains("Say who you are, and your cases stand here.", (await site.Client.PageAsync("/desk/work")).Text("main"));

        await site.Client.PostAsync("/desk/cases/me", ("me", "ana"), ("back", "/desk/work"));
        Assert.Equal(("", "KC-2", "KC-1"), await ListsAsync(site));
        site.Time.Advance(TimeSpan.FromHours(2.5));
        Assert.Equal(("KC-2", "", "KC-1"), await ListsAsync(site));
        await site.Client.PostAsync("/desk/cases/2/promise", ("promise", "2026-11-25T11:00"));
        Assert.Equal(("", "KC-2", "KC-1"), await ListsAsync(site));
        await site.Client.PostAsync("/desk/cases/me", ("me", "ben"));
        Assert.Equal(("KC-1", "", ""), await ListsAsync(site));
    }

    [Fact]
    public async Task The_keys_are_listed_on_every_page_of_the_desk_and_no_key_has_two_meanings()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "The VPN says 809"));
        var page = await site.Client.PageAsync("/desk/cases/1");
        var listed = page.QuerySelectorAll("dialog#shortcuts kbd").Select(key => key.TextContent).ToList();
        var used = page.QuerySelectorAll("[data-key]").Select(element => element.GetAttribute("data-key") ?? "").ToList();
        Assert.Equal(used.Distinct(), used);
        Assert.Empty(used.Where(key => !int.TryParse(key, out _)).Except(listed));
    }

    [Fact]
    public async Task An_open_desk_hears_of_each_change_and_of_each_minute_in_which_promises_come_due()
    {
        await using var site = await HelpSite.StartAsync();
        var place = (await site.Client.PageAsync("/desk/work")).QuerySelector("[data-refresh]");
        using var lines = await LiveLines.OpenAsync(site, $"{place?.GetAttribute("data-refresh")}?seen={place?.GetAttribute("data-refresh-seen")}");
        Assert.Equal(": still here", await LiveLines.NextAsync(lines));
        await site.Client.AskAsync(("problem", "For the team"));
        Assert.Equal("event: change", (await LiveLines.EventAsync(lines))[1]);
        var next = LiveLines.NextAsync(lines);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.StartsWith("id: 1-", await next);
    }

    private static async Task<(string Due, string Mine, string Unassigned)> ListsAsync(TestSite site)
    {
        var page = await site.Client.PageAsync("/desk/work");
        return (Of("due"), Of("mine"), Of("unassigned"));

        string Of(string id) => string.Join(' ', page.QuerySelectorAll($"section[aria-labelledby={id}] a[data-row]").Select(link => link.TextContent));
    }
}
