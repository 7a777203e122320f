using System.Net;
using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.Tests.KnownIssues;

public sealed class DeskKnownIssueTests
{
    [Fact]
    public async Task What_the_desk_writes_is_up_at_once_on_pages_that_were_kept_without_it()
    {
        await using var site = await new TestSite().Furnish().StartAsync();
        foreach (var page in (string[])["/", "/articles/printing/jam", "/topics/network"]) Assert.Equal("", (await site.Client.PageAsync(page)).Pinned());
        var key = await site.WriteAsync();
        const string words = "Mail is late We know about it. Ben Okafor is on it, and you get the next word by today at 11:00.";
        foreach (var page in (string[])["/", "/articles/printing/jam", "/topics/network", "/search?q=my+mail+is+late+today", "/search?q=outlook+slow"])
            Assert.Equal(words, (await site.Client.PageAsync(page)).Pinned());
        var own = await site.Client.PageAsync("/known-issues/" + key);
        Assert.Equal(("We look for the cause.", "Ben Okafor put this up. today at 10:00"), (own.Text(".article-body"), own.Text(".timeline")));

        await site.Client.PostAsync($"{KnownSite.Desk}/{key}", await site.ChangedAsync(key, ("next", "2026-11-23T12:30"), ("owner", "ana"), ("body", "A server is full.")));
        Assert.EndsWith("Ana Ruiz is on it, and you get the next word by today at 12:30.", (await site.Client.PageAsync("/")).Pinned());

        await site.Client.PostAsync($"{KnownSite.Desk}/{key}/end", await site.ChangedAsync(key, ("words", "The server has room again.")));
        Assert.Equal("", (await site.Client.PageAsync("/")).Pinned());
        own = await site.Client.PageAsync("/known-issues/" + key);
        Assert.Equal("The server has room again. A server is full.", own.Text(".article-body"));
        Assert.Equal("Ben Okafor said that it is over.; Ben Okafor wrote news.; Ben Okafor put this up.", string.Join("; ", own.QuerySelectorAll(".timeline li").Select(line => line.TextContent.Split(" today")[0].Trim())));

        await site.Client.PostAsync($"{KnownSite.Desk}/{key}", await site.ChangedAsync(key));
        Assert.Equal(words, (await site.Client.PageAsync("/")).Pinned());
        Assert.StartsWith("Ben Okafor said that it is back.", (await site.Client.PageAsync("/known-issues/" + key)).Text(".timeline"));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_puts_up_one()
    {
        await using var site = await new TestSite().Furnish().StartAsync();
        Assert.Equal(await site.WriteAsync(), await site.WriteAsync());
        Assert.Single(site.Board().All);
        Assert.NotEqual(await site.WriteAsync(("form", "other")), await site.WriteAsync());
    }

    [Theory]
    [InlineData("title", "", "Please say in a few words what people notice.")]
    [InlineData("body", "", "Please write what you know, even if it is little.")]
    [InlineData("next", "", "Please choose by when you write again.")]
    [InlineData("next", "soon", "Please choose by when you write again.")]
    [InlineData("next", "2026-11-23T09:59", "That time has already passed. Please choose a later one for your next word.")]
    [InlineData("since", "2026-11-24T09:59", "Please give a time that has passed, or leave it empty.")]
    [InlineData("articles", "printing/jam\nnowhere", "There is no article “nowhere”. Paste its address, or take the line away.")]
    [InlineData("topics", "<b>", "There is no topic “<b>”.")]
    [InlineData("owner", "zoe", "Please choose who is on it from the list.")]
    public async Task What_is_not_right_is_told_and_what_was_typed_stays(string field, string value, string sentence)
    {
        await using var site = await new TestSite().Furnish().StartAsync();
        using var answer = await site.Client.PostAsync(KnownSite.Desk + "/new", KnownSite.Form((field, value)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Equal(sentence, page.Text("[role=alert] li"));
        Assert.Equal(field == "words" ? value : "mail late\noutlook slow", page.QuerySelector("#words")?.TextContent);
        Assert.Empty(site.Board().All);
    }

    [Fact]
    public async Task Two_who_write_at_once_do_not_overwrite_each_other()
    {
        await using var site = await new TestSite().Furnish().StartAsync();
        var key = await site.WriteAsync();
        var mine = await site.ChangedAsync(key, ("body", "Mine."));
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await site.Client.PostAsync($"{KnownSite.Desk}/{key}", await site.ChangedAsync(key, ("body", "Theirs."), ("me", "ana")));
        using var answer = await site.Client.PostAsync($"{KnownSite.Desk}/{key}", mine);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.StartsWith("Ana Ruiz changed this today at 10:01, after you opened it. Nothing was overwritten", page.Text("[role=alert] li"));
        Assert.Equal("Mine.", page.QuerySelector("#body")?.TextContent);
        Assert.Equal("Theirs.", (await site.Client.PageAsync("/known-issues/" + key)).Text(".article-body"));
        using var ended = await site.Client.PostAsync($"{KnownSite.Desk}/{key}/end", [.. mine.Where(field => field.Item1 != "words"), ("words", "All is well.")]);
        Assert.Equal(HttpStatusCode.Conflict, ended.StatusCode);
        page = await ended.PageAsync();
        Assert.Equal(("All is well.", "Theirs."), (page.QuerySelector("#last-words")?.TextContent, page.QuerySelector("#body")?.TextContent));
        Assert.True(site.Board().Find(key)?.IsOpen);
    }

    [Fact]
    public async Task Whoever_writes_is_asked_for_their_name_and_nothing_is_lost()
    {
        await using var site = await new TestSite().Furnish().StartAsync();
        using var answer = await site.Client.PostAsync(KnownSite.Desk + "/new", KnownSite.Form(("me", "")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Equal("Mail is late", page.QuerySelector("input[name=title]")?.GetAttribute("value"));
        Assert.Equal(KnownSite.Desk + "/new", page.QuerySelector("main form")?.GetAttribute("action"));
    }

    [Fact]
    public async Task The_desk_sees_how_many_it_affects_and_which_cases_came_with_it()
    {
        await using var site = await KnownSite.WithFileAsync();
        var tapped = site.Client;
        await tapped.PostAsync(KnownSite.Url + "/affected", content: null);
        await tapped.AskAsync(("problem", "No calls at all"));
        using var other = site.NewReader();
        await other.AskAsync(("problem", "No calls"), ("article", "network/vpn"));
        using var stranger = site.NewReader();
        await stranger.AskAsync(("problem", "Paper"), ("article", "printing/jam"));
        var row = (await site.Client.PageAsync(KnownSite.Desk)).Text("tbody tr");
        Assert.Equal("The VPN drops calls Open Ana Ruiz today at 09:30 today at 14:00 1 2", row);
        site.Time.Advance(TimeSpan.FromHours(5));
        Assert.Contains("Word is overdue", (await site.Client.PageAsync(KnownSite.Desk)).Text("tbody tr"));
    }

    [Fact]
    public async Task One_from_a_file_is_changed_in_its_file()
    {
        await using var site = await KnownSite.WithFileAsync("--Content:EditUrl=https://git.example/edit/main/{path}");
        var page = await site.Client.PageAsync(KnownSite.Desk + "/vpn-calls");
        Assert.Null(page.QuerySelector("main form[method=post]"));
        Assert.Equal("https://git.example/edit/main/_known-issues/vpn-calls.md", page.QuerySelector("main p a[href^=https]")?.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.PostAsync(KnownSite.Desk + "/vpn-calls", KnownSite.Form())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.PostAsync(KnownSite.Desk + "/vpn-calls/end", KnownSite.Form())).StatusCode);
    }

    [Fact]
    public async Task Hostile_words_stay_words()
    {
        await using var site = await new TestSite().Furnish().StartAsync();
        var key = await site.WriteAsync(("title", "<script>alert(1)</script> \"down\""), ("body", "<img src=x onerror=alert(1)> [a](javascript:alert(1))"), ("words", "\" OR 1=1 --\n* NEAR("));
        foreach (var address in (string[])["/", "/known-issues", "/known-issues/" + key, "/search?q=alert+script+down", $"{KnownSite.Desk}/{key}", KnownSite.Desk, "/feed.xml"])
        {
            var text = await site.Client.GetStringAsync(address);
            Assert.DoesNotContain("<script>alert", text);
            Assert.DoesNotContain("<img src=x", text);
            Assert.DoesNotContain("href=\"javascript", text);
        }
    }
}
