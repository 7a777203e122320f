using KnowledgeCommons.Tests;

namespace KnowledgeCommons.BrowserTests.Stories;

[Collection(StoriesCollection.Name)]
public sealed class WholeCircleTests(Chromium browser)
{
    private const string Article = "The VPN will not connect";

    [Theory]
    [InlineData("phone", true)]
    [InlineData("phone", false)]
    [InlineData("desktop", true)]
    [InlineData("desktop", false)]
    public async Task The_whole_circle(string screen, bool scripts)
    {
        await using var site = await LiveSite.OverSampleAsync();
        await using var reader = await browser.VisitAsync(site, Screen.Named(screen), scripts);
        await using var technician = await browser.VisitAsync(site, Screen.Named(screen), scripts);

        await SearchAndReadAsync(reader);
        await SayThatItDidNotHelpAsync(reader);
        await AskForAPersonAsync(reader);
        await TakeAndAnswerAsync(technician);
        await SeeTheAnswerAndAddWordsAsync(reader);
        await CloseAsync(technician);
        await SeeThatItIsSettledAsync(reader);
        await SeeTheNumbersAsync(technician);

        await reader.AssertNothingHappenedBehindTheirBackAsync();
        await technician.AssertNothingHappenedBehindTheirBackAsync();
    }

    private static async Task SearchAndReadAsync(Visitor reader)
    {
        await reader.OpenAsync("/");
        await reader.Page.GetByLabel("What is not working?").FillAsync("vpn will not connect error 809");
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }));
        await reader.AssertHeadingAsync("Help with “vpn will not connect error 809”");
        await reader.FollowAsync(reader.Page.Locator(".hit").First.GetByRole(AriaRole.Link, new() { Name = Article, Exact = true }));
        await reader.AssertHeadingAsync(Article);
        await reader.AssertShowsAsync("Kept by Dev Patel");
    }

    private static async Task SayThatItDidNotHelpAsync(Visitor reader)
    {
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "No, not fixed" }));
        await reader.AssertHeadingAsync("Thank you for telling us");
        await reader.AssertShowsAsync("Dev Patel looks after this topic.");
        await reader.FollowAsync(reader.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Talk to a person" }));
    }

    private static async Task AskForAPersonAsync(Visitor reader)
    {
        await reader.AssertHeadingAsync("Talk to a person");
        await reader.AssertShowsAsync("Dev Patel will have this");
        foreach (var line in (string[])["You searched for “vpn will not connect error 809”", $"You read “{Article}”", "Not fixed"])
            await Assertions.Expect(reader.Page.Locator("#card label").Filter(new() { HasText = line }).GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();

        await reader.Page.GetByLabel("What is not working?").Last.FillAsync("It stops at error 809.\nI am in a hotel.");
        await reader.Page.GetByLabel("I cannot work").CheckAsync();
        await reader.Page.GetByLabel("By phone").CheckAsync();
        await reader.Page.GetByLabel("Your address or number").FillAsync("+44 20 7946 0999");
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Send this to Dev Patel" }));

        await reader.AssertHeadingAsync("We have your message. Dev Patel will have it first.");
        // Four working hours from ten in the morning, up to the quarter hour.
        await reader.AssertShowsAsync("Dev Patel gives you the next word by today at 14:15.");
        await reader.AssertShowsAsync($"Read: {Article}");
    }

    private static async Task TakeAndAnswerAsync(Visitor technician)
    {
        await technician.OpenAsync("/desk/cases");
        await technician.Page.Locator("#me").SelectOptionAsync("Dev Patel");
        await technician.FollowAsync(technician.Page.GetByRole(AriaRole.Button, new() { Name = "That is me" }));
        await technician.FollowAsync(technician.Page.GetByRole(AriaRole.Link, new() { Name = "KC-1" }));
        await technician.AssertShowsAsync("It stops at error 809.");
        await technician.AssertShowsAsync("vpn will not connect error 809");
        await technician.AssertShowsAsync("Cannot work.");
        await technician.FollowAsync(technician.Page.GetByRole(AriaRole.Button, new() { Name = "Take it on" }));
        await technician.Page.GetByLabel("Your words to the reader").First.FillAsync("Use your phone's hotspot for now. I ring you at eleven.");
        await technician.FollowAsync(technician.Page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }));
        await technician.AssertShowsAsync("Dev Patel answered:");
    }

    private static async Task SeeTheAnswerAndAddWordsAsync(Visitor reader)
    {
        await reader.Page.ReloadAsync();
        await reader.AssertHeadingAsync("Dev Patel has answered you");
        await reader.AssertShowsAsync("Use your phone's hotspot for now. I ring you at eleven.");
        await reader.Page.GetByLabel("What else should we know?").FillAsync("The hotspot works.");
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }));
        await reader.AssertShowsAsync("You added:");
        await reader.AssertShowsAsync("The hotspot works.");
    }

    private static async Task CloseAsync(Visitor technician)
    {
        await technician.Page.ReloadAsync();
        await technician.AssertShowsAsync("The hotspot works.");
        await technician.Page.GetByLabel("The article is wrong, unclear or out of date").CheckAsync();
        await technician.Page.GetByLabel("Your last words to the reader").FillAsync("Good. I add error 809 to the article.");
        await technician.FollowAsync(technician.Page.GetByRole(AriaRole.Button, new() { Name = "Close it" }));
        await technician.AssertShowsAsync("Dev Patel thinks that this is settled (the article needs mending):");
    }

    private static async Task SeeThatItIsSettledAsync(Visitor reader)
    {
        await reader.Page.ReloadAsync();
        await reader.AssertHeadingAsync("Dev Patel thinks that this is settled");
        await reader.AssertShowsAsync("Good. I add error 809 to the article.");
    }

    private static async Task SeeTheNumbersAsync(Visitor technician)
    {
        await technician.FollowAsync(technician.Page.GetByRole(AriaRole.Link, new() { Name = "Articles", Exact = true }));
        await technician.FollowAsync(technician.Page.GetByRole(AriaRole.Link, new() { Name = "Not fixed", Exact = true }));
        await technician.FollowAsync(technician.Page.GetByRole(AriaRole.Link, new() { Name = Article, Exact = true }));
        await technician.AssertHeadingAsync(Article);
        await technician.AssertShowsAsync("The one person who used this version then had to contact us.");
        await technician.AssertShowsAsync("KC-1");
        // Readings are stored once a second.
        await Eventually.HoldsAsync(async () =>
        {
            await technician.Page.ReloadAsync();
            var row = technician.Page.GetByRole(AriaRole.Region, new() { Name = "Versions" }).Locator("tbody tr").First;
            return await row.Locator("td").AllInnerTextsAsync() is ["1", "0", "0", "1", "0", "0", "1", "0"];
        });
    }
}
