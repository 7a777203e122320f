using System.Net;
using KnowledgeCommons.Server.Escalations;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Escalations;

public sealed class EarlierAnswersTests
{
    [Fact]
    public async Task What_was_said_about_an_article_need_not_be_said_again()
    {
        await using var site = await HelpSite.StartAsync();
        var feedback = await SayAsync(site, "not-fixed");
        await site.Client.PostAsync(feedback, ("reason", "step-fails"), ("step", "3"), ("text", "No such menu"));
        var page = await site.Client.PageAsync($"/help?article={HelpSite.Vpn}&problem=Help");
        Assert.Contains("You said about “The VPN says 809”: Not fixed. A step does not work. Step 3. No such menu (today at 10:00)", page.Text("#card"));
        await site.Client.AskAsync([.. page.Fields("/help")]);
        var desk = await site.Client.PageAsync("/desk/cases/1");
        Assert.Contains("Said about “The VPN says 809”: Not fixed. A step does not work. Step 3. No such menu", desk.Text("section.card"));
    }

    [Fact]
    public async Task What_was_said_is_not_passed_on_when_its_tick_is_taken_away()
    {
        await using var site = await HelpSite.StartAsync();
        await SayAsync(site, "not-fixed");
        var fields = (await site.Client.PageAsync("/help?problem=Help")).Fields("/help");
        Assert.Contains(fields, field => field.Name == "outcome");
        await site.Client.AskAsync([.. fields.Where(field => field.Name != "outcome")]);
        var story = await site.Services.GetRequiredService<Cases>().FindByNumberAsync(1, CancellationToken.None);
        Assert.Empty(story?.Lines ?? throw new InvalidOperationException("No case was opened."));
    }

    [Fact]
    public async Task Nobody_can_pass_on_what_another_reader_said()
    {
        await using var site = await HelpSite.StartAsync();
        await SayAsync(site, "not-fixed");
        var fields = (await site.Client.PageAsync("/help?problem=Help")).Fields("/help");
        using var other = site.NewReader();
        await other.AskAsync([.. fields]);
        Assert.DoesNotContain("Said about", (await site.Client.PageAsync("/desk/cases/1")).Text("section.card"));
    }

    [Fact]
    public async Task A_page_that_was_opened_before_the_article_changed_counts_for_the_revision_that_was_read()
    {
        await using var site = await HelpSite.StartAsync();
        var read = site.Article(HelpSite.Vpn).Revision.Value;
        var fields = (await site.Client.PageAsync($"/help?article={HelpSite.Vpn}&problem=Help")).Fields("/help");
        site.Write($"{HelpSite.Vpn}.md", "# The VPN says 809\n\nAll new.\n");
        await Eventually.TrueAsync(() => site.Article(HelpSite.Vpn).Revision.Value != read, site.Time);
        await site.Client.AskAsync([.. fields]);
        var story = await site.Services.GetRequiredService<Cases>().FindByNumberAsync(1, CancellationToken.None);
        Assert.Equal(read, story?.Case.Revision);
    }

    private static async Task<string> SayAsync(TestSite site, string answer)
    {
        var said = await site.Client.PostAsync($"/articles/{HelpSite.Vpn}/outcome", ("answer", answer));
        Assert.Equal(HttpStatusCode.SeeOther, said.StatusCode);
        return said.Headers.Location?.ToString() ?? "";
    }
}
