using System.Net;
using AngleSharp.Dom;
using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.Tests.Desk.Articles;

/// <summary>Whoever signed in as somebody who answers for articles finds theirs in the morning; everybody's are one link away.</summary>
public sealed class OwnersTodayTests : IAsyncLifetime
{
    private const string People =
        """
        people:
          ana: { name: Ana Ruiz, account: ana@work }
          ben: { name: Ben Okafor, account: ben@work }
          carla: { name: Carla Dietz, account: carla@work }
        teams:
          desk: { name: The help team, members: [ben] }
        duty:
          default: { owner: desk }
          network: { owner: ana }
        """;

    private TestSite? _site;

    private TestSite Site => _site ?? throw new InvalidOperationException("The site was not started.");

    public async Task InitializeAsync()
    {
        _site = await SignedIn.StartAsync(People, "Owner");
        using var somebody = Site.As("carla@work");
        foreach (var slug in (string[])[HelpSite.Vpn, HelpSite.Printing])
        {
            var revision = (await somebody.PageAsync($"/desk/articles/{slug}")).QuerySelector("#flag input[name=revision]")?.GetAttribute("value") ?? "";
            var raised = await somebody.PostAsync($"/desk/articles/{slug}", ("revision", revision), ("action", "flagged"), ("because", "The button has another name now."));
            Assert.Equal(HttpStatusCode.SeeOther, raised.StatusCode);
        }
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();

    [Theory]
    [InlineData("ana@work", "network/vpn")]
    [InlineData("ben@work", "devices/printing")]
    public async Task An_owner_finds_their_own_articles_and_those_of_their_team(string account, string slug)
    {
        using var owner = Site.As(account);
        var page = await owner.PageAsync("/desk");
        Assert.Equal([$"/desk/articles/{slug}"], Things(page));
        Assert.Contains("Your articles that send people back", page.Text("main"));
        Assert.Equal("One article of a colleague waits: see everybody's", page.Text("a[href='/desk?show=all']"));
        Assert.Equal(2, Things(await owner.PageAsync("/desk?show=all")).Count);
    }

    [Fact]
    public async Task Who_answers_for_nothing_finds_everybodys()
    {
        using var carla = Site.As("carla@work");
        var page = await carla.PageAsync("/desk");
        Assert.Equal(2, Things(page).Count);
        Assert.Null(page.QuerySelector("a[href='/desk?show=all']"));
    }

    private static IReadOnlyList<string> Things(IDocument page) =>
        [.. page.QuerySelectorAll("article.thing h3 a").Select(link => link.GetAttribute("href") ?? "").Order(StringComparer.Ordinal)];
}
