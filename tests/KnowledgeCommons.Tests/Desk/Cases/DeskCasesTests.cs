using System.Net;
using AngleSharp.Dom;
using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.Tests.Desk.Cases;

public sealed class DeskCasesTests
{
    [Fact]
    public async Task The_whole_conversation_is_seen_from_both_sides()
    {
        await using var site = await HelpSite.StartAsync();
        using var desk = site.NewReader();
        var receipt = await site.Client.AskAsync(("problem", "VPN says 809"), ("article", HelpSite.Vpn), ("tried", "the-quickest-way-back"), ("name", "Robin"));

        await desk.PostAsync("/desk/cases/me", ("me", "ben"));
        var page = await desk.PageAsync("/desk/cases/1");
        Assert.Equal("KC-1 · Robin", page.Text("h1"));
        Assert.Equal("What not to ask again", page.Text("#known"));
        Assert.Contains("Tried: The quickest way back", page.Text("section.card"));

        await DoAsync(desk, "take");
        Assert.Equal("Ben Okafor has it", (await site.Client.PageAsync(receipt)).Text("h1"));

        await DoAsync(desk, "answer", ("text", "Which network are you on?"), ("asks", "yes"));
        Assert.Equal("Ben Okafor needs a word from you", (await site.Client.PageAsync(receipt)).Text("h1"));

        await site.Client.PostAsync(receipt + "/say", ("text", "At home"));
        Assert.Equal("Ben Okafor gives you the next word by today at 14:00.", (await site.Client.PageAsync(receipt)).Text("[role=status]"));

        await DoAsync(desk, "answer", ("text", "This one is for you."), ("article", HelpSite.Printing), ("promise", "2026-11-24T09:30"));
        var answered = await site.Client.PageAsync(receipt);
        Assert.Equal("Ben Okafor gives you the next word by tomorrow at 09:30.", answered.Text("[role=status]"));
        Assert.Equal("Nothing prints", answered.Text(".answered a[href='/articles/devices/printing']"));

        await DoAsync(desk, "articles", ("article", "https://help.example.com/articles/devices/printing#quick"), ("use", "fixed"));
        await DoAsync(desk, "articles", ("article", HelpSite.Vpn), ("use", "wrong"));
        await DoAsync(desk, "close", ("reason", "the-page"), ("text", "All well now."));
        var closed = await site.Client.PageAsync(receipt);
        Assert.Equal("Ben Okafor thinks that this is settled", closed.Text("h1"));
        Assert.Contains("Ben Okafor thinks that this is settled (the article needs mending):", closed.Text("ol.timeline li.closed"));
        Assert.Equal(["opened", "taken", "asked", "said", "answered", "helped", "failed", "closed"],
            closed.QuerySelectorAll("ol.timeline li").Select(entry => entry.ClassName));
    }

    [Fact]
    public async Task A_handover_shows_both_names_and_why_and_a_team_still_has_to_take_it()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn));
        await DoAsync(site.Client, "hand-over", ("me", "ana"), ("to", "desk"), ("text", "It is a printer after all"));
        var page = await site.Client.PageAsync(receipt);
        Assert.Equal("We have your message. The help team will have it first.", page.Text("h1"));
        Assert.StartsWith("Ana Ruiz handed it over to The help team:", page.Text("li.handed-over"));
        Assert.Equal("It is a printer after all", page.Text("li.handed-over blockquote"));
        Assert.Equal("The help team gives you the next word by today at 14:00.", page.Text("[role=status]"));
        Assert.Single(await ListAsync(site, "unassigned"));
    }

    [Fact]
    public async Task A_private_note_is_for_colleagues_only()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        await DoAsync(site.Client, "note", ("me", "ana"), ("note", "Third time this week"));
        Assert.Contains("Third time this week", (await site.Client.PageAsync("/desk/cases/1")).Text("ol.timeline"));
        Assert.DoesNotContain("Third time this week", await site.Client.GetStringAsync(receipt));
    }

    [Fact]
    public async Task A_promise_made_at_the_desk_stands_on_the_receipt()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        await DoAsync(site.Client, "promise", ("me", "ana"), ("promise", "2026-11-25T11:00"));
        var page = await site.Client.PageAsync(receipt);
        Assert.Equal("Ana Ruiz gives you the next word by Wednesday 25 November at 11:00.", page.Text("[role=status]"));
        Assert.StartsWith("Ana Ruiz promised the next word by Wednesday 25 November at 11:00.", page.Text("li.promised"));
    }

    [Fact]
    public async Task Reopening_at_the_desk_promises_the_next_word_again()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        await DoAsync(site.Client, "close", ("me", "ana"), ("reason", "other"), ("text", "Done"));
        await DoAsync(site.Client, "reopen", ("me", "ana"), ("text", "I was too quick"));
        Assert.Equal("Ana Ruiz gives you the next word by today at 14:00.", (await site.Client.PageAsync(receipt)).Text("[role=status]"));
    }

    [Fact]
    public async Task The_queue_puts_broken_promises_first_then_impact_people_deadline_and_promise()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "broken"), ("impact", "annoyed"));
        site.Time.Advance(TimeSpan.FromHours(5));
        await site.Client.AskAsync(("problem", "slowed"));
        await site.Client.AskAsync(("problem", "slowed, by tomorrow"), ("deadline", "2026-11-24T12:00"));
        await site.Client.AskAsync(("problem", "slowed, by tonight"), ("deadline", "2026-11-23T20:00"));
        await site.Client.AskAsync(("problem", "slowed, many"), ("people", "many"));
        await site.Client.AskAsync(("problem", "stopped"), ("impact", "stopped"));
        Assert.Equal(["KC-1 broken", "KC-6 stopped", "KC-5 slowed, many", "KC-4 slowed, by tonight", "KC-3 slowed, by tomorrow", "KC-2 slowed"], await ListAsync(site, "open"));
        Assert.Equal("Promise missed", (await site.Client.PageAsync("/desk/cases")).Text("tbody tr:first-child .badge.bad"));
    }

    [Fact]
    public async Task Mine_are_my_own_and_those_of_my_teams()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "for the team"));
        await site.Client.AskAsync(("problem", "for Ana"), ("article", HelpSite.Vpn));
        Assert.Contains("Say who you are, and your cases stand here.", (await site.Client.PageAsync("/desk/cases?show=mine")).Text("main"));
        await site.Client.PostAsync("/desk/cases/me", ("me", "ben"));
        Assert.Equal(["KC-1 for the team"], await ListAsync(site, "mine"));
        await site.Client.PostAsync("/desk/cases/me", ("me", "ana"));
        Assert.Equal(["KC-2 for Ana"], await ListAsync(site, "mine"));
        await DoAsync(site.Client, "close", ("reason", "other"), ("text", "Done"));
        Assert.Equal(["KC-1 for the team"], await ListAsync(site, "closed"));
        Assert.Equal(["KC-2 for Ana", "KC-1 for the team"], await ListAsync(site, "all"));
        Assert.Equal(["KC-2 for Ana"], await ListAsync(site, "unassigned"));
    }

    [Fact]
    public async Task Who_has_not_said_their_name_is_asked_and_loses_nothing()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "VPN"));
        var answer = await site.Client.PostAsync("/desk/cases/1/answer", ("text", "A long answer"), ("asks", "yes"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Equal("Who are you?", page.Text("h1"));
        Assert.Equal(["Ana Ruiz", "Ben Okafor", "Carla Dietz"], page.QuerySelectorAll("option[value!='']").Select(option => option.TextContent));
        await DoAsync(site.Client, "answer", [.. page.Fields("/desk/cases/1/answer"), ("me", "carla")]);
        Assert.StartsWith("Carla Dietz asked back:", (await site.Client.PageAsync("/desk/cases/1")).Text("li.asked"));
        await DoAsync(site.Client, "take");
    }

    [Theory]
    [InlineData("answer", "text", "", "Please write a few words. Nothing has changed.")]
    [InlineData("answer", "promise", "2026-11-23T09:00", "Please choose a time that is still to come. Nothing has changed.")]
    [InlineData("answer", "article", "no/such", "There is no such article here. Choose one from the list, or paste its address. Nothing has changed.")]
    [InlineData("promise", "promise", "never", "Please choose a time that is still to come. Nothing has changed.")]
    [InlineData("articles", "use", "perfect", "Please choose how the article did. Nothing has changed.")]
    [InlineData("articles", "use", "extra-step", "Please say which step was needed besides. Nothing has changed.")]
    [InlineData("merge", "into", "KC-99", "There is no such case. Please give its number, such as KC-12. Nothing has changed.")]
    [InlineData("merge", "into", "../1", "That is this case itself, or one that already belongs to it. Nothing has changed.")]
    [InlineData("merge", "into", "many", "There is no such case. Please give its number, such as KC-12. Nothing has changed.")]
    [InlineData("articles", "article", "../../etc", "There is no such article here. Choose one from the list, or paste its address. Nothing has changed.")]
    [InlineData("close", "reason", "because", "Please choose why it needed a person. Nothing has changed.")]
    [InlineData("hand-over", "to", "nobody", "Please choose who takes it from here. Nothing has changed.")]
    [InlineData("note", "note", " ", "Please write a few words. Nothing has changed.")]
    public async Task What_cannot_be_right_changes_nothing_and_keeps_what_was_typed(string action, string field, string value, string sentence)
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "VPN"));
        var fields = new Dictionary<string, string> { ["me"] = "ana", ["text"] = "My words", ["article"] = action == "articles" ? HelpSite.Vpn : "", [field] = value };
        var answer = await site.Client.PostAsync($"/desk/cases/1/{action}", fields);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Equal(sentence, page.Text("[role=alert] li"));
        if (page.QuerySelector($"form[action='/desk/cases/1/{action}'] textarea[name=text]") is { } kept) Assert.Equal(fields["text"], kept.TextContent);
        Assert.Single((await site.Client.PageAsync("/desk/cases/1")).QuerySelectorAll("ol.timeline li"));
    }

    [Fact]
    public async Task A_closed_case_takes_no_answer_until_it_is_opened_again()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "VPN"));
        await DoAsync(site.Client, "close", ("me", "ana"), ("reason", "other"), ("text", "Done"));
        var answer = await site.Client.PostAsync("/desk/cases/1/answer", ("text", "One more thing"));
        Assert.Equal("This case is closed. Open it again first. Nothing has changed.", (await answer.PageAsync()).Text("[role=alert] li"));
    }

    [Theory]
    [InlineData("GET", "/desk/cases/99")]
    [InlineData("GET", "/desk/cases/x")]
    [InlineData("GET", "/desk/cases/99999999999999999999")]
    [InlineData("POST", "/desk/cases/99/take")]
    [InlineData("POST", "/desk/cases/1/explode")]
    [InlineData("POST", "/desk/cases/outbox/none/replay")]
    public async Task What_does_not_exist_is_missing(string method, string url)
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "VPN"));
        var answer = method == "GET" ? await site.Client.GetAsync(url) : await site.Client.PostAsync(url, ("me", "ana"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Who_is_not_at_this_machine_finds_no_desk()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "VPN"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk/cases/1");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Every_field_has_a_label()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "VPN"));
        var page = await site.Client.PageAsync("/desk/cases/1");
        foreach (var field in page.QuerySelectorAll("main :is(input:not([type=hidden]), textarea, select)"))
            Assert.True(field.Closest("label") is not null || page.QuerySelector($"label[for='{field.Id}']") is not null, field.OuterHtml);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task After_saying_who_one_is_one_lands_where_one_was_and_never_elsewhere()
    {
        await using var site = await HelpSite.StartAsync();
        var answer = await site.Client.PostAsync("/desk/cases/me", ("me", "ana"), ("back", "/desk/cases/1"));
        Assert.Equal("/desk/cases/1", answer.Headers.Location?.ToString());
        answer = await site.Client.PostAsync("/desk/cases/me", ("me", "ana"), ("back", "//evil.example"));
        Assert.Equal("/desk/cases", answer.Headers.Location?.ToString());
    }

    private static async Task DoAsync(HttpClient client, string action, params (string Name, string Value)[] fields)
    {
        var answer = await client.PostAsync($"/desk/cases/1/{action}", fields);
        Assert.Equal((HttpStatusCode.SeeOther, "/desk/cases/1"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    private static async Task<IEnumerable<string>> ListAsync(TestSite site, string show) =>
        [.. (await site.Client.PageAsync($"/desk/cases?show={show}")).QuerySelectorAll("tbody tr").Select(row => row.Text("td:first-child"))];
}
