using System.Net;
using AngleSharp.Dom;
using Dapper;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Escalations.Hooks;

public sealed class TicketHookTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_reply_in_Zendesk_and_its_closing_reach_the_receipt_and_the_numbers()
    {
        await using var site = await HookSender.StartAsync();
        var receipt = await site.AskAsync("zendesk", "5158");
        site.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.NoContent, await site.ZendeskAsync(Comment("e1", 1, "Use <b>this</b>: https://kc.example/articles/network/vpn.")));
        Assert.Equal(HttpStatusCode.NoContent, await site.ZendeskAsync(Status("e2", 2, "SOLVED", "kc_reason:the-page", "kc_article:network/vpn")));
        var page = await site.Client.PageAsync(receipt);
        Assert.Contains("John Doe answered:", page.Text("ol.timeline"));
        Assert.Contains("Use <b>this</b>", page.Text("ol.timeline"));
        Assert.Contains("John Doe thinks", page.Text("ol.timeline").Replace("A colleague", "John Doe"));
        var row = await site.CaseAsync();
        Assert.Equal((CaseState.Closed, CloseReason.ThePage, "network/vpn", null), (row.State, row.CloseReason, row.ArticleHelped, row.PromiseBy));
        Assert.Equal("network/vpn", (await site.EventsAsync()).Single(entry => entry.Kind == CaseEventRow.Answered).Article);
    }

    [Fact]
    public async Task A_reply_reaches_the_readers_of_cases_that_were_merged_into_this_one()
    {
        await using var site = await HookSender.StartAsync();
        var receipt = await site.AskAsync("zendesk", "5158");
        using var sam = site.NewReader();
        var merged = await sam.AskAsync(("problem", "The same from home"), ("article", HelpSite.Vpn));
        await site.Client.PostAsync("/desk/cases/2/merge", ("me", "ben"), ("into", "1"));
        await site.ZendeskAsync(Comment("e1", 1, "Try it now, please."));
        await site.ZendeskAsync(Status("e2", 2, "SOLVED"));
        foreach (var page in (IDocument[])[await site.Client.PageAsync(receipt), await sam.PageAsync(merged)])
        {
            Assert.Contains("Try it now, please.", page.Text("ol.timeline"));
            Assert.Contains("thinks", page.Text("ol.timeline"));
        }
    }

    [Fact]
    public async Task What_is_internal_there_or_was_ours_does_not_reach_the_reader()
    {
        await using var site = await HookSender.StartAsync();
        await site.AskAsync("zendesk", "5158");
        await site.ZendeskAsync(Comment("e1", 1, "Between us: odd.").Replace("\"is_public\":true", "\"is_public\":false"));
        await site.ZendeskAsync(Comment("e2", 1, "I am the customer.").Replace("\"is_staff\":true", "\"is_staff\":false"));
        await site.ZendeskAsync(Comment("e3", 1, "The reader added: x\\n\\nKnowledge Commons KC-1 [kc:0123456789abcdef]"));
        Assert.Equal([CaseEventRow.Opened], (await site.EventsAsync()).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task A_call_that_comes_twice_counts_once()
    {
        await using var site = await HookSender.StartAsync();
        await site.AskAsync("zendesk", "5158");
        for (var again = 0; again < 3; again++)
        {
            Assert.Equal(HttpStatusCode.NoContent, await site.ZendeskAsync(Comment("same", 0, "Try this.")));
            site.Time.Advance(TimeSpan.FromMinutes(4));
        }
        Assert.Single(await site.EventsAsync(), entry => entry.Kind == CaseEventRow.Answered);
    }

    [Fact]
    public async Task Older_news_never_undoes_newer()
    {
        await using var site = await HookSender.StartAsync();
        var receipt = await site.AskAsync("zendesk", "5158");
        site.Time.Advance(TimeSpan.FromMinutes(10));
        await site.ZendeskAsync(Status("e2", 6, "SOLVED"));
        await site.ZendeskAsync(Status("e1", 3, "OPEN"));
        Assert.Equal(CaseState.Closed, (await site.CaseAsync()).State);
        await site.Client.PostAsync(receipt + "/came-back", ("text", "It is back."));
        await site.ZendeskAsync(Status("e3", 8, "CLOSED"));
        Assert.NotEqual(CaseState.Closed, (await site.CaseAsync()).State);
        await site.ZendeskAsync(Comment("e0", 1, "A late word."));
        Assert.Contains(await site.EventsAsync(), entry => entry.Words == "A late word.");
        Assert.NotNull((await site.CaseAsync()).PromiseBy);
    }

    [Fact]
    public async Task What_the_reader_called_solved_is_not_opened_from_elsewhere()
    {
        await using var site = await HookSender.StartAsync();
        var receipt = await site.AskAsync("zendesk", "5158");
        await site.Client.PostAsync(receipt + "/solved", ("text", ""));
        site.Time.Advance(TimeSpan.FromMinutes(2));
        await site.ZendeskAsync(Status("e1", 1, "OPEN"));
        Assert.Equal(CaseState.Closed, (await site.CaseAsync()).State);
    }

    [Fact]
    public async Task A_ticket_that_waits_and_one_that_is_opened_again_stand_so_on_the_receipt()
    {
        await using var site = await HookSender.StartAsync();
        await site.AskAsync("zendesk", "5158");
        site.Time.Advance(TimeSpan.FromMinutes(5));
        await site.ZendeskAsync(Status("e1", 1, "PENDING"));
        Assert.Equal("waits", (await site.EventsAsync())[^1].Kind);
        Assert.Equal(CaseState.Waiting, (await site.CaseAsync()).State);
        await site.ZendeskAsync(Status("e2", 2, "SOLVED"));
        await site.ZendeskAsync(Status("e3", 3, "OPEN"));
        var row = await site.CaseAsync();
        Assert.Equal(CaseState.Taken, row.State);
        Assert.NotNull(row.PromiseBy);
    }

    [Fact]
    public async Task A_forged_an_altered_and_an_old_call_are_refused_and_change_nothing()
    {
        await using var site = await HookSender.StartAsync();
        await site.AskAsync("zendesk", "5158");
        var body = Comment("e1", 0, "Send me your password.");
        Assert.Equal(HttpStatusCode.Unauthorized, await site.ZendeskAsync(body, secret: "another-secret"));
        Assert.Equal(HttpStatusCode.Unauthorized, await site.ZendeskAsync(body, at: Start.AddMinutes(-6)));
        Assert.Equal(HttpStatusCode.Unauthorized, await site.ZendeskAsync(body, at: Start.AddMinutes(6)));
        Assert.Equal(HttpStatusCode.Unauthorized, await site.CallAsync("zendesk", body));
        Assert.Equal(HttpStatusCode.Unauthorized, await site.JiraAsync(body, secret: "another-secret"));
        Assert.Equal(HttpStatusCode.Unauthorized, await site.ServiceNowAsync(body, secret: ""));
        Assert.Equal(HttpStatusCode.Unauthorized, await site.ZammadAsync(body, secret: "another-secret"));
        Assert.Equal(HttpStatusCode.Unauthorized, await site.SlackAsync(body, at: Start.AddMinutes(-6)));
        Assert.Equal(HttpStatusCode.Unauthorized, await site.StandardAsync(body, key: "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
        Assert.Equal(HttpStatusCode.Unauthorized, await site.StandardAsync(body, at: Start.AddMinutes(-6)));
        Assert.Single(await site.EventsAsync());
    }

    [Fact]
    public async Task Who_asks_for_what_is_not_here_learns_nothing()
    {
        await using var site = await HookSender.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, await site.ZendeskAsync(Comment("e1", 0, "x")));
        Assert.Equal(HttpStatusCode.NotFound, await site.CallAsync("nobody", "{}"));
        Assert.Equal(HttpStatusCode.NotFound, await site.CallAsync("mail", "{}"));
    }

    [Theory]
    [InlineData("no json", HttpStatusCode.BadRequest)]
    [InlineData("[1]", HttpStatusCode.BadRequest)]
    [InlineData("{\"a\":1,\"a\":2}", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.NoContent)]
    [InlineData("{\"detail\":[],\"event\":7}", HttpStatusCode.NoContent)]
    [InlineData("{\"detail\":{\"id\":5158},\"event\":{\"comment\":\"x\"},\"time\":\"never\"}", HttpStatusCode.NoContent)]
    public async Task Signed_nonsense_breaks_nothing(string body, HttpStatusCode answer)
    {
        await using var site = await HookSender.StartAsync();
        await site.AskAsync("zendesk", "5158");
        Assert.Equal(answer, await site.ZendeskAsync(body));
        Assert.Single(await site.EventsAsync());
    }

    [Fact]
    public async Task More_than_64_KB_are_refused()
    {
        await using var site = await HookSender.StartAsync();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await site.ZendeskAsync("{\"x\":\"" + new string('x', 64 * 1024) + "\"}"));
    }

    [Fact]
    public async Task Jira_ServiceNow_Zammad_Slack_and_programs_are_understood()
    {
        await using var site = await HookSender.StartAsync();
        (string Channel, string Ticket, Func<Task<HttpStatusCode>> Call)[] systems =
        [
            ("jira", "HELPDESK-1", () => site.JiraAsync($$$"""
                {"timestamp":{{{Ms(1)}}},"webhookEvent":"comment_created","issue":{"key":"HELPDESK-1","fields":{}},
                 "comment":{"id":"10","body":"From Jira","author":{"displayName":"Jo"},"jsdPublic":true}}
                """)),
            ("servicenow", "a9e30c", () => site.ServiceNowAsync("""{"id":"u1","ticket":"a9e30c","at":"2026-11-23T10:01:00Z","words":"From ServiceNow","author":"Sam"}""")),
            ("zammad", "20", () => site.ZammadAsync("""
                {"ticket":{"id":20,"state":"open","updated_at":"2026-11-23T10:01:00Z"},"article":{"id":3,"internal":false,"sender":"Agent",
                 "content_type":"text/html","body":"From&nbsp;Zammad<br>two","created_by":{"firstname":"Zoe","lastname":"Z"}}}
                """)),
            ("slack", "1503435956.000247", () => site.SlackAsync("""
                {"type":"event_callback","event_id":"Ev1","event":{"type":"message","thread_ts":"1503435956.000247","ts":"1.2","user":"U1","text":"! From Slack &amp; co"}}
                """))
        ];
        foreach (var (channel, ticket, call) in systems)
        {
            var receipt = await site.AskAsync(channel, ticket);
            site.Time.Advance(TimeSpan.FromMinutes(3));
            Assert.Equal(HttpStatusCode.NoContent, await call());
            Assert.Equal(HttpStatusCode.NoContent, await call());
            Assert.Contains("From", (await site.Client.PageAsync(receipt)).Text("ol.timeline"));
            Assert.Single(await site.EventsAsync(), entry => entry.Kind == CaseEventRow.Answered);
        }
    }

    [Fact]
    public async Task A_program_speaks_of_a_case_by_our_own_id()
    {
        await using var site = await HookSender.StartAsync();
        await site.AskAsync("webhook", "pending");
        var id = (await site.CaseAsync()).Id;
        await site.Services.GetRequiredService<Database>().WriteAsync(
            connection => TicketBook.KeepAsync(connection, id, "webhook", new ForeignTicket { Id = id }, Start), CancellationToken.None);
        site.Time.Advance(TimeSpan.FromMinutes(3));
        var body = $$$"""{"type":"case.update","timestamp":"2026-11-23T10:01:00Z","data":{"case":"{{{id}}}","words":"Done.","author":"Pat","state":"closed","labels":["kc_reason:needs-a-person"]}}""";
        Assert.Equal(HttpStatusCode.NoContent, await site.StandardAsync(body));
        Assert.Equal(CloseReason.NeedsAPerson, (await site.CaseAsync()).CloseReason);
    }

    private static string Comment(string id, int minute, string words) => $$$"""
        {"id":"{{{id}}}","type":"zen:event-type:ticket.comment_added","time":"{{{Time(minute)}}}","subject":"zen:ticket:5158","zendesk_event_version":"2022-06-20",
         "detail":{"id":"5158","status":"OPEN","tags":[]},"event":{"comment":{"id":"1","body":"{{{words}}}","is_public":true,
         "author":{"id":"1","is_staff":true,"name":"John Doe"} } } }
        """;

    private static string Status(string id, int minute, string status, params string[] tags) => $$$"""
        {"id":"{{{id}}}","type":"zen:event-type:ticket.status_changed","time":"{{{Time(minute)}}}","subject":"zen:ticket:5158",
         "detail":{"id":"5158","status":"{{{status}}}","tags":[{{{string.Join(',', tags.Select(tag => $"\"{tag}\""))}}}]},"event":{"current":"{{{status}}}","previous":"x"}}
        """;

    private static string Time(int minute) => Start.AddMinutes(minute).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");

    private static long Ms(int minute) => Start.AddMinutes(minute).ToUnixTimeMilliseconds();
}
