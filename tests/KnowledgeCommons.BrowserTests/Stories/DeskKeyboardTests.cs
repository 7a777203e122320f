using KnowledgeCommons.BrowserTests.Pages;

namespace KnowledgeCommons.BrowserTests.Stories;

[Collection(StoriesCollection.Name)]
public sealed class DeskKeyboardTests(Chromium browser)
{
    [Fact]
    public async Task One_key_answers_with_an_article_and_no_key_is_taken_from_a_field()
    {
        await using var site = await LiveSite.OverSampleAsync();
        using var reader = new FormSender(site.Url);
        await reader.SendAsync("/help", ("problem", "The printer shows as offline"));
        await using var technician = await browser.VisitAsync(site, Screen.Desktop);
        var page = technician.Page;
        await technician.OpenAsync("/desk/cases/1");
        var (answer, article) = (page.Locator("#answer-text"), page.Locator("#answer-article"));
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(answer).ToBeFocusedAsync();
        await Assertions.Expect(answer).ToHaveValueAsync("“The printer shows as offline” shows how: /articles/printing/printer-offline\n");
        await Assertions.Expect(article).ToHaveValueAsync("printing/printer-offline");
        await page.Keyboard.TypeAsync("Is it 2? x");
        await Assertions.Expect(answer).ToHaveValueAsync("“The printer shows as offline” shows how: /articles/printing/printer-offline\nIs it 2? x");
        await Assertions.Expect(page.Locator("#shortcuts")).ToBeHiddenAsync();

        await article.FillAsync("");
        await article.PressSequentiallyAsync("vpn will not connect");
        await Assertions.Expect(page.Locator("li[role=option]").First).ToHaveAttributeAsync("aria-selected", "true");
        await article.PressAsync("Enter");
        await Assertions.Expect(article).ToHaveValueAsync("vpn-wifi/vpn-wont-connect");
        await Assertions.Expect(answer).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("“The VPN will not connect” shows how"));
        await technician.AssertNothingHappenedBehindTheirBackAsync();
    }

    [Fact]
    public async Task The_keys_are_shown_by_one_and_can_be_turned_off()
    {
        await using var site = await LiveSite.OverSampleAsync();
        await using var technician = await browser.VisitAsync(site, Screen.Phone);
        var page = technician.Page;
        await technician.OpenAsync("/desk");
        await page.Keyboard.PressAsync("?");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard" });
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        await Axe.BringAsync(page);
        Assert.Empty(await Axe.RunAsync(page));
        await page.GetByLabel("Use these keys").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page).ToHaveURLAsync(site.Url + "/desk");
    }

    [Fact]
    public async Task A_new_case_comes_onto_the_desk_without_a_reload_and_j_goes_to_it()
    {
        await using var site = await LiveSite.OverSampleAsync();
        await using var technician = await browser.VisitAsync(site, Screen.Desktop);
        var page = technician.Page;
        await technician.OpenAsync("/desk/work");
        await Assertions.Expect(page.GetByText("Somebody has each case.")).ToBeVisibleAsync();
        using var reader = new FormSender(site.Url);
        await reader.SendAsync("/help", ("problem", "The printer shows as offline"));
        var row = page.GetByRole(AriaRole.Link, new() { Name = "KC-1", Exact = true });
        await Assertions.Expect(row).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main [role=status]")).ToHaveTextAsync("New on your desk: 1");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(row).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await technician.AssertHeadingAsync("KC-1 · The reader");
    }
}
