using KnowledgeCommons.Tests.Identity;

namespace KnowledgeCommons.BrowserTests.Stories;

/// <summary>The whole way of somebody who signs in at their company's provider, in a real browser, at a real provider.</summary>
[Collection(StoriesCollection.Name)]
public sealed class OidcJourneyTests(Chromium browser) : IAsyncLifetime
{
    private const string Article = "/articles/vpn-wifi/vpn-wont-connect";
    private readonly RealProvider _provider = new();
    private LiveSite? _site;

    private LiveSite Site => _site ?? throw new InvalidOperationException("The site was not started.");

    public async Task InitializeAsync()
    {
        _site = await LiveSite.OverSampleAsync(_provider.Settings());
        _site.AlsoHome.Add(_provider.Url);
        // A provider's tokens carry the machine's time.
        _site.Clock.Advance(TimeProvider.System.GetUtcNow() - _site.Clock.GetUtcNow());
        await _provider.StartAsync(_site.Url);
    }

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_technician_comes_in_reads_works_at_the_desk_and_leaves_for_good(bool scripts)
    {
        await using var ada = await browser.VisitAsync(Site, Screen.Desktop, scripts);
        await ada.OpenAsync(Article);
        await SignInAsync(ada, "ada");
        Assert.Equal(Site.Url + Article, ada.Page.Url);
        await ada.AssertHeadingAsync("The VPN will not connect");
        Assert.Equal(200, await ada.OpenAsync("/desk"));

        await ada.FollowAsync(ada.Page.Locator("footer a[href='/sign-out']"));
        await ada.Page.Locator("form[action='/sign-out'] button").ClickAsync();
        await ada.Page.WaitForURLAsync(_provider.Url + "/session/end**");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, sign me out" }).ClickAsync();
        await ada.Page.WaitForURLAsync(Site.Url + "/sign-out**");
        await ada.AssertHeadingAsync("You are signed out");

        await ada.OpenAsync("/desk");
        Assert.StartsWith(_provider.Url, ada.Page.Url, StringComparison.Ordinal);
        await ada.Page.Locator("[name=login]").WaitForAsync();
        Assert.DoesNotContain(ada.Noted, IsOurs);
    }

    [Fact]
    public async Task A_reader_comes_in_and_finds_no_desk_and_who_changes_their_mind_is_told_kindly()
    {
        await using var bob = await browser.VisitAsync(Site, Screen.Phone);
        await bob.OpenAsync(Article);
        await bob.FollowAsync(bob.Page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }));
        await bob.AssertShowsAsync("was cancelled, or you are not allowed");
        await bob.FollowAsync(bob.Page.Locator("main a[href='/sign-in']"));
        await SignInAsync(bob, "bob");
        await bob.AssertHeadingAsync("What can we help you with?");
        Assert.Equal(404, await bob.OpenAsync("/desk"));
        Assert.DoesNotContain(bob.Noted, IsOurs);
    }

    // The provider's own pages ask for a font from elsewhere.
    private static bool IsOurs(string note) => !note.StartsWith("request to https://fonts.googleapis.com/", StringComparison.Ordinal);

    private async Task SignInAsync(Visitor visitor, string login)
    {
        Assert.StartsWith(_provider.Url, visitor.Page.Url, StringComparison.Ordinal);
        await visitor.Page.Locator("[name=login]").FillAsync(login);
        await visitor.Page.Locator("[name=password]").FillAsync("anything");
        await visitor.Page.Locator("[type=submit]").ClickAsync();
        await visitor.Page.WaitForURLAsync(Site.Url + "/**");
    }
}
