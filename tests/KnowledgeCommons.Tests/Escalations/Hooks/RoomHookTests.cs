using System.Net;
using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Tests.Escalations.Hooks;

/// <summary>What colleagues write in a room of Teams or Slack, for a reader.</summary>
public sealed class RoomHookTests
{
    [Fact]
    public async Task In_Teams_who_mentions_it_with_a_number_answers_the_reader_and_hears_that_it_was_taken()
    {
        await using var site = await HookSender.StartAsync();
        var receipt = await site.AskAsync("teams", "KC-1");
        site.Time.Advance(TimeSpan.FromMinutes(3));
        var said = Teams("<at>Help</at>&nbsp;KC-1: Try &lt;it&gt; now.<br>It is back. #closed #the-page #used:network/vpn");
        for (var again = 0; again < 2; again++)
        {
            var (status, text) = await site.TeamsAsync(said);
            var answer = JsonNode.Parse(text);
            Assert.Equal((HttpStatusCode.OK, "message", "KC-1: it stands on the reader's page, in your name."), (status, (string?)answer?["type"], (string?)answer?["text"]));
        }
        var story = (await site.Client.PageAsync(receipt)).Text("ol.timeline");
        Assert.Contains("Jane Doe answered:", story);
        Assert.Contains("Try <it> now.", story);
        Assert.Contains("It is back.", story);
        Assert.DoesNotContain("#closed", story);
        Assert.Single(await site.EventsAsync(), entry => entry.Kind == CaseEventRow.Answered);
        var row = await site.CaseAsync();
        Assert.Equal((CaseState.Closed, CloseReason.ThePage, "network/vpn"), (row.State, row.CloseReason, row.ArticleHelped));
    }

    [Fact]
    public async Task In_Teams_a_mention_without_a_case_or_with_another_one_is_explained_and_a_forged_one_refused()
    {
        await using var site = await HookSender.StartAsync();
        await site.AskAsync("teams", "KC-1");
        Assert.Contains("Please begin with the case", (await site.TeamsAsync(Teams("<at>Help</at> hello"))).Text);
        Assert.Contains("KC-9 is not a case that this channel was told of.", (await site.TeamsAsync(Teams("<at>Help</at> KC-9 hello"))).Text);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.TeamsAsync(Teams("KC-1 hello"), token: Convert.ToBase64String(new byte[32]))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, await site.CallAsync("teams", Teams("KC-1 hello"), ("Authorization", "HMAC ")));
        Assert.Equal([CaseEventRow.Opened], (await site.EventsAsync()).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Slack_hears_its_challenge_and_talk_in_the_room_stays_there()
    {
        await using var site = await HookSender.StartAsync();
        await site.AskAsync("slack", "1.5");
        Assert.Equal(HttpStatusCode.OK, await site.SlackAsync("""{"type":"url_verification","challenge":"abc"}"""));
        await site.SlackAsync("""{"event_id":"Ev1","event":{"type":"message","thread_ts":"1.5","ts":"1.6","text":"odd, is it not?"}}""");
        await site.SlackAsync("""{"event_id":"Ev2","event":{"type":"message","thread_ts":"1.5","ts":"1.7","text":"! ours","bot_id":"B1"}}""");
        Assert.Single(await site.EventsAsync());
        await site.SlackAsync("""{"event_id":"Ev3","event":{"type":"message","thread_ts":"1.5","ts":"1.8","text":"! Done. #closed #needs-a-person"}}""");
        Assert.Equal((CaseState.Closed, CloseReason.NeedsAPerson), await site.CaseAsync() is var row ? (row.State, row.CloseReason) : default);
        Assert.Contains(await site.EventsAsync(), entry => entry is { Kind: CaseEventRow.Answered, Words: "Done." });
    }

    // As Teams' documentation shows a call, without what does not matter.
    private static string Teams(string text) => $$$"""
        {"type":"message","id":"1485983408511","timestamp":"2026-11-23T10:02:00.437Z","serviceUrl":"https://smba.trafficmanager.net/amer-client-ss.msg/","channelId":"msteams",
         "from":{"id":"29:1XJ","name":"Jane Doe"},"conversation":{"isGroup":true,"id":"19:253b1f@thread.skype;messageid=1485983408511"},"text":"{{{text}}}","textFormat":"plain"}
        """;
}
