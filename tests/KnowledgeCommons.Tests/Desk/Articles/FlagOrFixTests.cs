using System.Net;
using AngleSharp.Dom;
using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.Tests.Desk.Articles;

public sealed class FlagOrFixTests
{
    private const string Page = "/desk/articles/" + HelpSite.Vpn;

    [Fact]
    public async Task A_flag_from_the_desk_acts_at_once_and_its_owner_answers_it_like_any_other()
    {
        await using var site = await HelpSite.StartAsync("--Content:EditUrl=https://forge.example.com/kb/edit/main/{path}");
        var article = await site.Client.PageAsync(Page);
        Assert.Equal("https://forge.example.com/kb/edit/main/network/vpn.md", article.QuerySelector("#flag a")?.GetAttribute("href"));
        var revision = article.QuerySelector("#flag input[name=revision]")?.GetAttribute("value") ?? "";

        await SendAsync(site, ("me", "ben"), ("revision", revision), ("action", "flagged"), ("because", "The button has another name <b>now</b>."));
        var flagged = await site.Client.PageAsync(Page);
        Assert.Equal("Flagged", flagged.Text(".badge.bad"));
        Assert.Equal("The button has another name <b>now</b>.", flagged.Text("blockquote.quote"));
        Assert.StartsWith("Ben Okafor flagged this version today at 10:00:", flagged.Text("p.notice"));
        Assert.Contains("The VPN says 809", (await site.Client.PageAsync("/desk")).Text("article.card"));

        await SendAsync(site, ("me", "ana"), ("revision", revision), ("action", "being-rewritten"));
        Assert.Null((await site.Client.PageAsync("/desk")).QuerySelector("article.card"));
    }

    [Fact]
    public async Task A_flag_needs_a_sentence()
    {
        await using var site = await HelpSite.StartAsync();
        var revision = (await site.Client.PageAsync(Page)).QuerySelector("#flag input[name=revision]")?.GetAttribute("value") ?? "";
        var answer = await site.Client.PostAsync(Page, ("me", "ben"), ("revision", revision), ("action", "flagged"), ("because", " "));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Please say in 1 to 1,000 characters what is wrong with it, so that its owner can act. Nothing was saved.", (await answer.PageAsync()).Text("[role=alert]"));
    }

    [Fact]
    public async Task Every_article_leads_people_at_the_desk_there_and_nobody_else()
    {
        await using var site = await HelpSite.StartAsync();
        const string Link = "a[href='/desk/articles/network/vpn#flag']";
        for (var time = 0; time < 2; time++)
        {
            Assert.NotNull((await site.Client.PageAsync($"/articles/{HelpSite.Vpn}")).QuerySelector(Link));
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/articles/{HelpSite.Vpn}");
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
            Assert.Null((await (await site.Client.SendAsync(request)).PageAsync()).QuerySelector(Link));
        }
    }

    private static async Task SendAsync(TestSite site, params (string, string)[] fields) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await site.Client.PostAsync(Page, fields)).StatusCode);
}
