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
