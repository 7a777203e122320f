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
}
