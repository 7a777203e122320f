namespace KnowledgeCommons.BrowserTests.Stories;

/// <summary>The whole conversation about a case on a phone, with files, with and without scripts.</summary>
[Collection(StoriesCollection.Name)]
public sealed class ReceiptTests(Chromium browser)
{
    private const string Question = "Which hotel are you in?";

    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_whole_conversation(bool scripts)
    {
        await using var site = await LiveSite.OverSampleAsync();
        await using var reader = await browser.VisitAsync(site, Screen.Phone, scripts);
        using var technician = new FormSender(site.Url);

        await AskWithAPictureAsync(reader);
        await SeeItMoveAsync(reader, technician, scripts);
        await AddAFileThatIsRefusedAndOneThatIsNotAsync(reader);
        await AskForACallAsync(reader);
        await SayThatItIsSolvedAndThatItCameBackAsync(reader);
        await AskAgainInOneTapAsync(reader, technician);
        await reader.AssertNothingHappenedBehindTheirBackAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stuck_right_now(bool scripts)
    {
        await using var site = await LiveSite.OverSampleAsync();
        await using var reader = await browser.VisitAsync(site, Screen.Phone, scripts);
        await reader.OpenAsync("/articles/vpn-wifi/vpn-wont-connect");
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Link, new() { Name = "I am stuck right now" }));
        await reader.AssertShowsAsync("Dev Patel is the one to reach");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "Call +44 20 7946 0104" })).ToBeInViewportAsync();
        await reader.Page.GetByLabel("What happens, and how can we reach you?").FillAsync("Locked out, my meeting begins. 0123 456");
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Send it now" }));
        await reader.AssertHeadingAsync("We have your message. Dev Patel will have it first.");
        await reader.AssertShowsAsync("Stuck right now.");
    }

    private static async Task AskWithAPictureAsync(Visitor reader)
    {
        await reader.OpenAsync("/help?article=vpn-wifi/vpn-wont-connect");
        await reader.Page.GetByLabel("What is not working?").Last.FillAsync("It stops at error 809.");
        await reader.Page.GetByLabel("A screenshot or file, if you like").SetInputFilesAsync(new FilePayload { Name = "error 809.png", MimeType = "image/png", Buffer = Picture });
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Send this to Dev Patel" }));
        await reader.AssertHeadingAsync("We have your message. Dev Patel will have it first.");
        await Assertions.Expect(reader.Page.Locator("ol.timeline").GetByRole(AriaRole.Link, new() { Name = "error 809.png" })).ToBeVisibleAsync();
    }

    private static async Task SeeItMoveAsync(Visitor reader, FormSender technician, bool scripts)
    {
        var field = reader.Page.Locator("#text");
        if (scripts) await field.FillAsync("I am in");
        await technician.SendAsync("/desk/cases/1/answer", ("me", "dev"), ("text", Question), ("asks", "yes"));
        if (!scripts) await reader.Page.ReloadAsync();
        await reader.AssertHeadingAsync("Dev Patel needs a word from you");
        await Assertions.Expect(reader.Page.Locator("ol.steps [aria-current=step]")).ToHaveTextAsync("Waiting for your word");
        await reader.AssertShowsAsync(Question);
        if (!scripts) return;
        // Nothing was asked anew by hand, and what was begun is still there.
        await Assertions.Expect(field).ToHaveValueAsync("I am in");
        await Assertions.Expect(reader.Page.Locator("#news")).ToHaveTextAsync("Something new: Dev Patel needs a word from you");
    }

    private static async Task AddAFileThatIsRefusedAndOneThatIsNotAsync(Visitor reader)
    {
        var (words, file) = (reader.Page.GetByLabel("Your answer to Dev Patel"), reader.Page.GetByLabel("A screenshot or file, if you like"));
        await words.FillAsync("I am in the Ritz.");
        await file.SetInputFilesAsync(new FilePayload { Name = "picture.png", MimeType = "image/png", Buffer = [(byte)'M', (byte)'Z', 0, 1] });
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }));
        await reader.AssertShowsAsync("“picture.png” is of a kind that we do not take.");
        await Assertions.Expect(words).ToHaveValueAsync("I am in the Ritz.");
        await file.SetInputFilesAsync(new FilePayload { Name = "vpn.log", MimeType = "text/plain", Buffer = [.. "809 no answer\n"u8] });
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }));
        await reader.AssertShowsAsync("I am in the Ritz.");
        await Assertions.Expect(reader.Page.Locator("ol.timeline").GetByRole(AriaRole.Link, new() { Name = "vpn.log.txt" })).ToBeVisibleAsync();
    }

    private static async Task AskForACallAsync(Visitor reader)
    {
        await reader.Page.GetByText("Shall we call you?").ClickAsync();
        await reader.Page.GetByLabel("Your number").FillAsync("+44 20 7946 0999");
        await reader.Page.GetByLabel("Between", new() { Exact = true }).FillAsync("22:00");
        await reader.Page.GetByLabel("and", new() { Exact = true }).FillAsync("23:00");
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Call me" }));
        await reader.AssertShowsAsync("You asked for a call today between 22:00 and 23:00, at this number:");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "Put the call into your calendar" })).ToBeVisibleAsync();
    }

    private static async Task SayThatItIsSolvedAndThatItCameBackAsync(Visitor reader)
    {
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "It is solved" }));
        await Assertions.Expect(reader.Page.Locator("ol.steps [aria-current=step]")).ToHaveTextAsync("You said it is solved");
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "It came back" }));
        await reader.AssertShowsAsync("You said that it came back.");
    }

    private static async Task AskAgainInOneTapAsync(Visitor reader, FormSender technician)
    {
        await technician.SendAsync("/desk/cases/1/close", ("me", "dev"), ("reason", "other"), ("text", "Mended."));
        await reader.OpenAsync("/help");
        await reader.AssertShowsAsync("Dev Patel helped you. Shall it go to Dev Patel with the old notes?");
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, to Dev Patel with the old notes" }));
        await reader.AssertHeadingAsync("We have your message. Dev Patel will have it first.");
        await reader.AssertShowsAsync("KC-2");
        await reader.AssertShowsAsync("It stops at error 809.");
    }
}
