using System.Net.Http.Json;
using System.Text.Json.Nodes;
using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.Tests.Desk.Cases;

public sealed class AnswerWithArticleTests
{
    [Fact]
    public async Task Articles_for_the_case_are_offered_and_go_into_the_answer_with_their_link()
    {
        await using var site = await HelpSite.StartAsync("--Site:BaseUrl=https://help.example.com");
        await site.Client.AskAsync(("problem", "Nothing prints at all"), ("article", HelpSite.Vpn));
        var offer = (await site.Client.PageAsync("/desk/cases/1")).QuerySelector(".offers a[data-key='1']");
        Assert.Equal("Nothing prints", offer?.TextContent);
        var page = await site.Client.PageAsync(offer?.GetAttribute("href")?.Split('#')[0] ?? "");
        Assert.Equal("“Nothing prints” shows how: https://help.example.com/articles/devices/printing\n", page.QuerySelector("#answer-text")?.TextContent);
        Assert.Equal(HelpSite.Printing, page.QuerySelector("#answer-article")?.GetAttribute("value"));
    }

    [Fact]
    public async Task An_article_that_the_reader_has_read_is_marked_so()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "The VPN says 809"), ("article", HelpSite.Vpn));
        Assert.Contains("The reader read this already", (await site.Client.PageAsync("/desk/cases/1")).Text(".offers li"));
    }

    [Theory]
    [InlineData("nothing prints")]
    [InlineData("https://help.example.com/articles/devices/printing#quick")]
    public async Task The_field_finds_articles_by_words_and_by_address(string typed)
    {
        await using var site = await HelpSite.StartAsync();
        var found = await site.Client.GetFromJsonAsync<JsonArray>($"/desk/cases/articles?q={Uri.EscapeDataString(typed)}");
        Assert.Equal(HelpSite.Printing, found?[0]?["slug"]?.GetValue<string>());
        Assert.Equal("“Nothing prints” shows how: /articles/devices/printing", found?[0]?["insert"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("\"*^:")]
    public async Task What_finds_nothing_is_an_empty_list(string typed)
    {
        await using var site = await HelpSite.StartAsync();
        Assert.Equal("[]", await site.Client.GetStringAsync($"/desk/cases/articles?q={Uri.EscapeDataString(typed)}"));
    }

    [Fact]
    public async Task How_an_article_did_counts_for_its_revision_and_only_the_newest_word_of_a_case_counts()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "The VPN says 809"), ("article", HelpSite.Vpn));
        await site.Client.PostAsync("/desk/cases/1/articles", ("me", "ana"), ("article", HelpSite.Vpn), ("use", "wrong"));
        await site.Client.PostAsync("/desk/cases/1/articles", ("article", HelpSite.Vpn), ("use", "extra-step"), ("step", "Restart twice"));
        var evidence = await site.Client.PageAsync($"/desk/articles/{HelpSite.Vpn}");
        Assert.Equal("Used, needed an extra step: 1", evidence.Text("#uses + p"));
        Assert.Equal("Restart twice", evidence.Text("#uses ~ ul blockquote"));
        Assert.DoesNotContain("Restart twice", await site.Client.GetStringAsync(receipt));

        site.Write($"{HelpSite.Vpn}.md", "# The VPN says 809\n\nAnother text.\n");
        await Eventually.HoldsAsync(async () => (await site.Client.PageAsync($"/desk/articles/{HelpSite.Vpn}")).Text("#uses + p") == "Nothing yet.");
    }

    [Fact]
    public async Task A_closed_case_without_an_article_that_helped_begins_a_draft_with_its_own_words()
    {
        await using var site = await HelpSite.StartAsync("--Content:EditUrl=https://forge.example.com/kb/edit/main/{path}");
        await site.Client.AskAsync(("problem", "Badge: the 'door' stays shut\n---\nowner: evil"), ("article", HelpSite.Vpn));
        await site.Client.PostAsync("/desk/cases/1/answer", ("me", "ana"), ("text", "Hold it for three seconds."));
        Assert.Null((await site.Client.PageAsync("/desk/cases/1")).QuerySelector("#draft"));
        await site.Client.PostAsync("/desk/cases/1/close", ("reason", "other"), ("text", "Done."));
        var page = await site.Client.PageAsync("/desk/cases/1");
        Assert.StartsWith("https://forge.example.com/kb/new/main?filename=network%2Fbadge-the-door-stays-shut.md&value=", page.QuerySelector("a[data-key=d]")?.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(
            "---\ntitle: 'Badge: the ''door'' stays shut'\nsymptoms: ['Badge: the ''door'' stays shut']\nstatus: draft\n---\n\n## What you see\n\n"
            + "> Badge: the 'door' stays shut\n> ---\n> owner: evil\n\n## What helped\n\n> Hold it for three seconds.\n>\n> Done.\n",
            page.QuerySelector("section[aria-labelledby=draft] pre")?.TextContent);
        await site.Client.PostAsync("/desk/cases/1/articles", ("article", HelpSite.Vpn), ("use", "fixed"));
        Assert.Null((await site.Client.PageAsync("/desk/cases/1")).QuerySelector("#draft"));
    }
}
