namespace KnowledgeCommons.BrowserTests.Stories;

[Collection(StoriesCollection.Name)]
public sealed class RememberedDeviceTests(Chromium browser)
{
    private const string Where = "For your next searches. It is kept in this browser only, until you forget it here.";
    private const string Kept = "Remembered in this browser only. Your searches name it; nothing else is sent.";
    private const string Resting = "This time for every device. Your next search is for yours again.";

    [Fact]
    public async Task A_platform_is_remembered_in_the_browser_alone_until_it_is_forgotten_there()
    {
        await using var site = await LiveSite.OverSampleAsync();
        await using var reader = await browser.VisitAsync(site, Screen.Phone);
        List<string> asked = [];
        reader.Page.Request += (_, request) => asked.Add($"{request.Method} {new Uri(request.Url).PathAndQuery}");

        await reader.OpenAsync("/search?q=mail&for=android");
        await reader.AssertShowsAsync(Where);
        asked.Clear();
        var remember = reader.Page.GetByRole(AriaRole.Button, new() { Name = "Remember Android" });
        await remember.FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.AssertShowsAsync(Kept);
        await Assertions.Expect(Forget(reader)).ToBeFocusedAsync();
        await Assertions.Expect(Chosen(reader)).ToContainTextAsync("Your device: Android");
        Assert.Empty(asked);

        await SearchAsync(reader, "/", "vpn");
        Assert.Equal("/search?q=vpn&for=android", PathOf(reader));
        await Assertions.Expect(Chosen(reader)).ToContainTextAsync("Your device: Android");

        await reader.FollowAsync(Chosen(reader));
        Assert.Equal("/search?q=vpn", PathOf(reader));
        await reader.AssertShowsAsync(Resting);

        await SearchAsync(reader, "/search?q=vpn", "roaming");
        Assert.Equal("/search?q=roaming&for=android", PathOf(reader));
        await Forget(reader).ClickAsync();
        await reader.AssertShowsAsync(Where);
        await Assertions.Expect(Chosen(reader)).ToContainTextAsync("Android");
        await Assertions.Expect(Chosen(reader)).Not.ToContainTextAsync("Your device");
        await SearchAsync(reader, "/", "vpn");
        Assert.Equal("/search?q=vpn", PathOf(reader));
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>("() => localStorage.length"));
        await reader.AssertNothingHappenedBehindTheirBackAsync();
    }

    [Fact]
    public async Task Without_scripts_nothing_is_offered_and_nothing_changes()
    {
        await using var site = await LiveSite.OverSampleAsync();
        await using var reader = await browser.VisitAsync(site, Screen.Phone, scripts: false);
        await reader.OpenAsync("/search?q=mail&for=android");
        await Assertions.Expect(reader.Page.Locator(".device")).ToBeHiddenAsync();
        await Assertions.Expect(Chosen(reader)).ToContainTextAsync("Android");
        await SearchAsync(reader, "/", "vpn");
        Assert.Equal("/search?q=vpn", PathOf(reader));
    }

    private static ILocator Forget(Visitor reader) => reader.Page.GetByRole(AriaRole.Button, new() { Name = "Forget my device" });

    private static ILocator Chosen(Visitor reader) => reader.Page.Locator(".chip.chosen");

    private static string PathOf(Visitor reader) => new Uri(reader.Page.Url).PathAndQuery;

    private static async Task SearchAsync(Visitor reader, string from, string words)
    {
        await reader.OpenAsync(from);
        await reader.Page.Locator("#kc-q").FillAsync(words);
        await reader.FollowAsync(reader.Page.Locator("form.search button"));
    }
}
