using KnowledgeCommons.BrowserTests.Pages;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Tests;

namespace KnowledgeCommons.BrowserTests.Stories;

[Collection(StoriesCollection.Name)]
public sealed class SuggestionsTests(Chromium browser)
{
    [Fact]
    public async Task A_title_can_be_chosen_by_keyboard_while_the_problem_is_typed()
    {
        await using var site = await LiveSite.OverSampleAsync();
        await using var reader = await browser.VisitAsync(site, Screen.Desktop);
        await reader.OpenAsync("/");
        var field = reader.Page.GetByLabel("What is not working?");
        await field.PressSequentiallyAsync("vpn will");
        var first = reader.Page.GetByRole(AriaRole.Option).First;
        await Assertions.Expect(first).ToHaveTextAsync("The VPN will not connect");
        await field.PressAsync("ArrowDown");
        await Assertions.Expect(first).ToHaveAttributeAsync("aria-selected", "true");
        await field.PressAsync("Escape");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await field.PressAsync("ArrowDown");
        await field.PressAsync("Enter");
        await reader.AssertHeadingAsync("The VPN will not connect");
        await reader.AssertNothingHappenedBehindTheirBackAsync();
    }

    [Fact]
    public async Task A_screen_reader_is_told_of_everything_that_the_keyboard_does()
    {
        await using var site = await LiveSite.OverSampleAsync();
        await using var reader = await browser.VisitAsync(site, Screen.Desktop);
        await reader.OpenAsync("/");
        var keys = reader.Page.Keyboard;
        var field = reader.Page.GetByLabel("What is not working?");
        for (var tab = 0; tab < 20 && !await field.EvaluateAsync<bool>("field => field === document.activeElement"); tab++) await keys.PressAsync("Tab");
        Assert.Equal("combobox “What is not working?” autocomplete=list expanded=False focused=True", string.Join(" | ", await ToldAsync(reader)));

        await keys.TypeAsync("vpn will");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "suggestion" })).ToHaveCountAsync(1);
        var open = await ToldAsync(reader);
        Assert.Equal("combobox “What is not working?” autocomplete=list expanded=True focused=True", open[0]);
        Assert.Equal("listbox “What may help”", open[1]);
        Assert.Equal("option “The VPN will not connect” selected=False", open[2]);

        await keys.PressAsync("ArrowDown");
        var chosen = await ToldAsync(reader);
        Assert.Equal("combobox “What is not working?” autocomplete=list expanded=True focused=True activedescendant=kc-q-suggestions-0", chosen[0]);
        Assert.Equal("option “The VPN will not connect” selected=True", chosen[2]);

        await keys.PressAsync("Escape");
        Assert.StartsWith("combobox “What is not working?” autocomplete=list expanded=False focused=True", Assert.Single(await ToldAsync(reader)), StringComparison.Ordinal);
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await reader.AssertHeadingAsync("The VPN will not connect");
        await reader.AssertNothingHappenedBehindTheirBackAsync();

        static Task<string[]> ToldAsync(Visitor reader) => AccessibilityTree.ReadAsync(reader.Page, "combobox", "listbox", "option");
    }

    [Fact]
    public async Task Words_that_helped_five_others_can_be_searched_for_by_keyboard_and_are_told_as_such()
    {
        await using var site = await LiveSite.OverSampleAsync();
        await using var reader = await browser.VisitAsync(site, Screen.Phone);
        await reader.OpenAsync("/");
        var field = reader.Page.GetByLabel("What is not working?");
        var search = reader.Page.GetByRole(AriaRole.Option, new() { Name = "Search for “vpn error 809”", Exact = true });
        // The site itself looks for such searches once when it starts, and may do so after this.
        await Eventually.HoldsAsync(async () =>
        {
            site.Service<SuccessfulSearches>().Replace([new SuccessfulSearch("vpn error 809", 5, Slug.Parse("vpn-wifi/vpn-wont-connect", null))]);
            await field.FillAsync("vpn");
            await field.PressSequentiallyAsync(" e");
            await Assertions.Expect(reader.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
            return await search.IsVisibleAsync();
        });
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Listbox, new() { Name = "What may help" })).ToBeVisibleAsync();
        var last = reader.Page.GetByRole(AriaRole.Option).Last;
        await Assertions.Expect(last).ToHaveTextAsync("Search for “vpn error 809”");
        await Axe.BringAsync(reader.Page);
        Assert.Empty(await Axe.RunAsync(reader.Page));
        await field.PressAsync("ArrowUp");
        await Assertions.Expect(last).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-activedescendant", await last.GetAttributeAsync("id") ?? "");
        await field.PressAsync("Enter");
        await reader.AssertHeadingAsync("Help with “vpn error 809”");
        await reader.AssertNothingHappenedBehindTheirBackAsync();
    }
}
