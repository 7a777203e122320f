using System.Net;
using AngleSharp.Dom;

namespace KnowledgeCommons.Tests.Escalations;

public sealed class HelpPageTests
{
    [Fact]
    public async Task It_says_who_will_have_it_and_by_when_the_next_word_comes()
    {
        await using var site = await HelpSite.StartAsync();
        var page = await site.Client.PageAsync($"/help?article={HelpSite.Vpn}");
        Assert.Equal("Ana Ruiz will have this", page.Text("#who"));
        Assert.Contains("Send it now and you get the next word by today at 14:00.", page.Text("section.card"));
        Assert.Contains("When Ana Ruiz is away, Ben Okafor steps in.", page.Text("section.card"));
        Assert.Equal("+442079460101", page.QuerySelector("a[href^='tel:']")?.GetAttribute("href")?[4..]);
    }

    [Fact]
    public async Task Without_an_article_the_team_on_duty_for_everything_has_it()
    {
        await using var site = await HelpSite.StartAsync();
        Assert.Equal("The help team will have this", (await site.Client.PageAsync("/help")).Text("#who"));
    }

    [Fact]
    public async Task Where_nobody_is_listed_the_service_desk_has_it()
    {
        await using var site = await new TestSite().StartAsync();
        Assert.Equal("The service desk will have this", (await site.Client.PageAsync("/help")).Text("#who"));
        var receipt = await site.Client.AskAsync(("problem", "It is broken"));
        Assert.Equal("We have your message. The service desk will have it first.", (await site.Client.PageAsync(receipt)).Text("h1"));
    }

    [Fact]
    public async Task What_was_typed_before_stands_in_the_form()
    {
        await using var site = await HelpSite.StartAsync();
        var page = await site.Client.PageAsync("/help?problem=vpn+%3Cb%3E809");
        Assert.Equal("vpn <b>809", page.QuerySelector("#problem")?.TextContent);
    }

    [Fact]
    public async Task The_article_is_passed_on_unless_its_tick_is_taken_away_and_nothing_counts_as_tried_by_itself()
    {
        await using var site = await HelpSite.StartAsync();
        var page = await site.Client.PageAsync($"/help?article={HelpSite.Vpn}");
        Assert.NotNull(page.QuerySelector("input[type=checkbox][name=article][checked]"));
        Assert.Contains("The VPN says 809", page.Text("#card"));
        Assert.Equal(["the-quickest-way-back", "restart-the-client"], page.QuerySelectorAll("input[name=tried]").Select(box => box.GetAttribute("value")));
        Assert.Null(page.QuerySelector("input[name=tried][checked]"));
    }

    [Fact]
    public async Task An_address_with_things_that_do_not_exist_still_leads_to_a_person()
    {
        await using var site = await HelpSite.StartAsync();
        var answer = await site.Client.GetAsync("/help?article=no/such&search=nonsense&revision=%00&tried=x");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("The help team will have this", (await answer.PageAsync()).Text("#who"));
    }

    [Fact]
    public async Task It_is_kept_by_no_cache_and_no_search_engine()
    {
        await using var site = await HelpSite.StartAsync();
        var answer = await site.Client.GetAsync("/help");
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal(["noindex"], answer.Headers.GetValues("X-Robots-Tag"));
    }

    [Fact]
    public async Task Every_field_has_a_label()
    {
        await using var site = await HelpSite.StartAsync();
        var page = await site.Client.PageAsync($"/help?article={HelpSite.Vpn}");
        foreach (var field in page.QuerySelectorAll("main :is(input:not([type=hidden]), textarea, select)"))
            Assert.True(field.Closest("label") is not null || page.QuerySelector($"label[for='{field.Id}']") is not null, field.OuterHtml);
    }
}
