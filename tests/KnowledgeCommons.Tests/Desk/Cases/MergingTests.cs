using System.Net;
using AngleSharp.Dom;
using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.Tests.Desk.Cases;

public sealed class MergingTests
{
    [Fact]
    public async Task Both_receipts_go_on_and_neither_reader_sees_the_others_words()
    {
        await using var site = await HelpSite.StartAsync();
        var (robin, sam) = (site.Client, site.NewReader());
        var main = await robin.AskAsync(("problem", "VPN says 809"), ("article", HelpSite.Vpn), ("name", "Robin"));
        var merged = await sam.AskAsync(("problem", "Cannot connect from home"), ("name", "Sam"));
        await sam.PostAsync(merged + "/say", ("text", "My phone works, though"));

        await DoAsync(robin, 2, "merge", ("me", "ben"), ("into", "kc-1"));
        var told = await sam.PageAsync(merged);
        Assert.Equal("We have your message. Ana Ruiz will have it first.", told.Text("h1"));
        Assert.StartsWith("Ben Okafor saw that somebody else has the same problem, and looks at both together. Ana Ruiz has it, and you hear of everything here.", told.Text("li.merged"));
        var desk = await robin.PageAsync("/desk/cases/1");
        Assert.Equal(["Cannot connect from home", "My phone works, though"], desk.QuerySelectorAll("li.merged-in blockquote p").Select(line => line.TextContent));
        Assert.Equal("KC-2", desk.Text(".notice a[href='/desk/cases/2']"));

        await DoAsync(robin, 1, "answer", ("text", "The gateway is back. Does it work?"), ("asks", "yes"));
        Assert.Equal("Ben Okafor needs a word from you", (await robin.PageAsync(main)).Text("h1"));
        Assert.Equal("Ben Okafor needs a word from you", (await sam.PageAsync(merged)).Text("h1"));

        await sam.PostAsync(merged + "/say", ("text", "Not for me"));
        Assert.Contains("Not for me", (await sam.PageAsync(merged)).Text("ol.timeline"));
        var said = await robin.PageAsync("/desk/cases/1");
        Assert.StartsWith("Sam wrote in KC-2:", said.Text("li.said-beside"));
        Assert.Equal("Not for me", said.Text("li.said-beside blockquote"));
        var first = await robin.GetStringAsync(main);
        foreach (var secret in (string[])["Sam", "KC-2", "Not for me", "Cannot connect from home", "My phone works"]) Assert.DoesNotContain(secret, first);
        Assert.DoesNotContain("809", await sam.GetStringAsync(merged));
        Assert.Equal("Ana Ruiz gives you the next word by today at 14:00.".Replace("Ana Ruiz", "Ben Okafor", StringComparison.Ordinal), (await sam.PageAsync(merged)).Text("[role=status]"));
    }

    [Fact]
    public async Task A_merged_case_stands_in_no_list_of_work_until_its_own_reader_is_alone_with_it()
    {
        await using var site = await HelpSite.StartAsync();
        using var sam = site.NewReader();
        var main = await site.Client.AskAsync(("problem", "One"));
        var merged = await sam.AskAsync(("problem", "Two"));
        await DoAsync(site.Client, 2, "merge", ("me", "ben"), ("into", "1"));
        Assert.Equal(["KC-1 One"], await ListAsync(site, "open"));
        Assert.Equal(["KC-1 One"], await ListAsync(site, "unassigned"));

        await site.Client.PostAsync(main + "/solved");
        Assert.Equal(["KC-2 Two"], await ListAsync(site, "open"));

        await site.Client.PostAsync(main + "/came-back");
        await DoAsync(site.Client, 1, "close", ("reason", "other"), ("text", "Done"));
        Assert.Equal("Ben Okafor thinks that this is settled", (await sam.PageAsync(merged)).Text("h1"));
        await sam.PostAsync(merged + "/came-back", ("text", "Not here"));
        Assert.Equal(["KC-2 Two"], await ListAsync(site, "open"));
        Assert.Null((await site.Client.PageAsync("/desk/cases/2")).QuerySelector("form[action$=separate]"));
        Assert.StartsWith("KC-2 said in KC-2 that it came back there.", (await site.Client.PageAsync("/desk/cases/1")).Text("li.came-back-beside"));
    }

    [Fact]
    public async Task What_a_reader_said_to_be_solved_stays_so_when_the_other_goes_on()
    {
        await using var site = await HelpSite.StartAsync();
        using var sam = site.NewReader();
        await site.Client.AskAsync(("problem", "One"));
        var merged = await sam.AskAsync(("problem", "Two"));
        await DoAsync(site.Client, 2, "merge", ("me", "ben"), ("into", "1"));
        await sam.PostAsync(merged + "/solved");
        await DoAsync(site.Client, 1, "answer", ("text", "Still looking"));
        await DoAsync(site.Client, 1, "close", ("reason", "other"), ("text", "Done"));
        await DoAsync(site.Client, 1, "reopen");
        Assert.Equal("Solved, as you said", (await sam.PageAsync(merged)).Text("h1"));
    }

    [Fact]
    public async Task A_private_note_stays_where_it_was_written_and_a_case_can_be_let_go_again()
    {
        await using var site = await HelpSite.StartAsync();
        using var sam = site.NewReader();
        await site.Client.AskAsync(("problem", "One"));
        var merged = await sam.AskAsync(("problem", "Two"));
        await DoAsync(site.Client, 2, "merge", ("me", "ben"), ("into", "1"));
        await DoAsync(site.Client, 1, "note", ("note", "The router again"));
        await DoAsync(site.Client, 2, "separate");
        await DoAsync(site.Client, 1, "answer", ("text", "For the first only"));
        Assert.DoesNotContain("The router again", await site.Client.GetStringAsync("/desk/cases/2"));
        Assert.DoesNotContain("For the first only", await sam.GetStringAsync(merged));
        Assert.Equal(["KC-2 Two", "KC-1 One"], await ListAsync(site, "all"));
        Assert.Contains("KC-2 Two", await ListAsync(site, "open"));
    }

    [Fact]
    public async Task A_merged_case_still_keeps_the_promise_that_its_reader_has()
    {
        await using var site = await HelpSite.StartAsync();
        using var sam = site.NewReader();
        await site.Client.AskAsync(("problem", "One"));
        var merged = await sam.AskAsync(("problem", "Two"));
        await DoAsync(site.Client, 1, "promise", ("me", "ben"), ("promise", "2026-11-25T11:00"));
        await DoAsync(site.Client, 2, "merge", ("into", "1"));
        Assert.Equal("Ben Okafor gives you the next word by today at 14:00.", (await sam.PageAsync(merged)).Text("[role=status]"));
        site.Time.Advance(TimeSpan.FromHours(5));
        Assert.Equal(["KC-2 Two"], await ListAsync(site, "broken"));
        Assert.Contains("KC-2", (await site.Client.PageAsync("/desk/work")).Text("section[aria-labelledby=due]"));
    }

    [Fact]
    public async Task Cases_that_are_over_cannot_be_put_together_and_chains_end_in_one_case()
    {
        await using var site = await HelpSite.StartAsync();
        foreach (var problem in (string[])["One", "Two", "Three", "Four"]) await site.Client.AskAsync(("problem", problem));
        await DoAsync(site.Client, 4, "close", ("me", "ben"), ("reason", "other"), ("text", "Done"));
        var refused = await (await site.Client.PostAsync("/desk/cases/3/merge", ("into", "4"))).PageAsync();
        Assert.Equal("Only open cases can be put together. Open it again first. Nothing has changed.", refused.Text("[role=alert] li"));
        await DoAsync(site.Client, 3, "merge", ("into", "2"));
        await DoAsync(site.Client, 2, "merge", ("into", "1"));
        Assert.Equal(["KC-2", "KC-3"], (await site.Client.PageAsync("/desk/cases/1")).QuerySelectorAll(".notice li > a").Select(link => link.TextContent));
        refused = await (await site.Client.PostAsync("/desk/cases/1/merge", ("into", "KC-3"))).PageAsync();
        Assert.Equal("That is this case itself, or one that already belongs to it. Nothing has changed.", refused.Text("[role=alert] li"));
    }

    private static async Task DoAsync(HttpClient client, int number, string action, params (string Name, string Value)[] fields)
    {
        var answer = await client.PostAsync($"/desk/cases/{number}/{action}", fields);
        Assert.Equal((HttpStatusCode.SeeOther, $"/desk/cases/{number}"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    private static async Task<IEnumerable<string>> ListAsync(TestSite site, string show) =>
        [.. (await site.Client.PageAsync($"/desk/cases?show={show}")).QuerySelectorAll("tbody tr").Select(row => row.Text("td:first-child"))];
}
