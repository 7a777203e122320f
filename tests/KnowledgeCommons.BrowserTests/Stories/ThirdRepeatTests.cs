using KnowledgeCommons.Tests;

namespace KnowledgeCommons.BrowserTests.Stories;

[Collection(StoriesCollection.Name)]
public sealed class ThirdRepeatTests(Chromium browser)
{
    private const string File = "printing/printer-offline.md";
    private const string Address = "/articles/printing/printer-offline";
    private const string Quiet = "No article stands out. When one does, it will be here with its evidence.";
    private const string Evidence = "3 of 3 people who used this version then had to contact us; three came back within a week.";

    [Fact]
    public async Task The_third_repeat_flags_the_article()
    {
        await using var site = await LiveSite.OverSampleAsync();
        await using var owner = await browser.VisitAsync(site, Screen.Desktop);
        await using var first = await browser.VisitAsync(site, Screen.Phone);
        await using var second = await browser.VisitAsync(site, Screen.Phone, scripts: false);
        await using var third = await browser.VisitAsync(site, Screen.Phone);

        foreach (var reader in (Visitor[])[first, second, third]) await ContactAsync(reader, "The printer is offline.");
        site.Clock.Advance(TimeSpan.FromDays(2));
        await ContactAsync(first, "It is offline again.");
        await ContactAsync(second, "Offline, as on Monday.");
        await AssertNoFlagAsync(owner);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await ContactAsync(third, "Still offline.");

        var title = await AssertFlagAsync(owner);
        await AnswerAsync(owner, title);
        await RewriteAsync(owner, site, title);
    }

    private static async Task ContactAsync(Visitor reader, string words)
    {
        await reader.OpenAsync(Address);
        await reader.FollowAsync(reader.Page.Locator("header").GetByRole(AriaRole.Link, new() { Name = "Talk to a person" }));
        await reader.Page.Locator("#problem").FillAsync(words);
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Send this to Elin Larsson" }));
        await reader.AssertHeadingAsync("We have your message. Elin Larsson will have it first.");
    }

    private static async Task AssertNoFlagAsync(Visitor owner)
    {
        await owner.OpenAsync("/desk");
        await owner.AssertShowsAsync(Quiet);
    }

    /// <summary>The title of the article that the desk shows with its evidence.</summary>
    private static async Task<string> AssertFlagAsync(Visitor owner)
    {
        await owner.OpenAsync("/desk");
        var card = owner.Page.Locator("article.card");
        await Assertions.Expect(card).ToHaveCountAsync(1);
        await Assertions.Expect(card).ToContainTextAsync(Evidence);
        await Assertions.Expect(card).ToContainTextAsync("Elin Larsson answers for it.");
        return await card.GetByRole(AriaRole.Heading).InnerTextAsync();
    }

    private static async Task AnswerAsync(Visitor owner, string title)
    {
        await owner.FollowAsync(owner.Page.GetByRole(AriaRole.Button, new() { Name = "It is being rewritten" }));
        await owner.AssertHeadingAsync("Who are you?");
        await owner.Page.Locator("#me").SelectOptionAsync("Elin Larsson");
        await owner.FollowAsync(owner.Page.GetByRole(AriaRole.Button, new() { Name = "That is me" }));
        await owner.AssertHeadingAsync("Today");
        await owner.AssertShowsAsync(Quiet);

        await owner.OpenAsync("/desk" + Address);
        await owner.AssertHeadingAsync(title);
        await owner.AssertShowsAsync("Being rewritten");
        await owner.AssertShowsAsync("Elin Larsson said today at 10:00 that it is being rewritten.");
        await owner.AssertShowsAsync(Evidence);
    }

    private static async Task RewriteAsync(Visitor owner, LiveSite site, string title)
    {
        site.Write(File, site.Read(File) + "\nWake the printer with its power button, then print again.\n");
        await Eventually.HoldsAsync(async () =>
        {
            await owner.OpenAsync("/desk" + Address);
            return await owner.Page.GetByText("Nobody has told us yet how this version works for them.").IsVisibleAsync();
        });
        await owner.AssertHeadingAsync(title);
        await Assertions.Expect(owner.Page.Locator(".badge").First).ToHaveTextAsync("Too early to tell");
        await Assertions.Expect(owner.Page.Locator("[aria-label=Versions] tbody tr")).ToHaveCountAsync(2);
        await AssertNoFlagAsync(owner);
    }
}
