namespace KnowledgeCommons.BrowserTests.Stories;

[Collection(StoriesCollection.Name)]
public sealed class NothingFoundTests(Chromium browser)
{
    private const string Words = "quantum flux capacitor wobbles";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_search_without_result_leads_to_a_person_who_is_told_what_was_sought(bool scripts)
    {
        await using var site = await LiveSite.OverSampleAsync();
        await using var reader = await browser.VisitAsync(site, Screen.Phone, scripts);
        await reader.OpenAsync("/");
        await reader.Page.Locator("#kc-q").FillAsync(Words);
        await reader.FollowAsync(reader.Page.Locator("form.search button"));
        await reader.AssertHeadingAsync($"Help with “{Words}”");
        await reader.AssertShowsAsync("We have no article about this yet.");

        var person = reader.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Talk to a person" });
        await Assertions.Expect(person).ToBeInViewportAsync();
        await reader.FollowAsync(person);
        await Assertions.Expect(reader.Page.Locator("#problem")).ToHaveValueAsync(Words);
        await reader.FollowAsync(reader.Page.Locator("form[action='/help'] button[type=submit]"));
        await Assertions.Expect(reader.Page.Locator("h1")).ToContainTextAsync("We have your message.");

        await using var technician = await browser.VisitAsync(site, Screen.Desktop);
        await technician.OpenAsync("/desk/cases/1");
        await technician.AssertShowsAsync($"Searched for: {Words}");
        await reader.AssertNothingHappenedBehindTheirBackAsync();
    }
}
