using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Tests.Escalations.Channels;

public sealed class JiraContract(BriefsOfASite site) : TicketContract(site)
{
    private readonly List<string> _requests = [];
    private readonly List<string> _comments = [];

    private protected override int? Held => _requests.Count + _comments.Count;

    private protected override (string Kind, ChannelSettings Settings) SetUp() =>
        ("jira", new ChannelSettings { User = "bot@example.com", Token = Token, ServiceDesk = "10", RequestType = "25" });

    private protected override string Answer(Call call)
    {
        if (call.Method == "GET") return Page(call.Path.Contains("/comment") ? _comments : _requests);
        (call.Path.EndsWith("/comment", StringComparison.Ordinal) ? _comments : _requests).Add(call.Text);
        return "{\"issueId\":\"107001\",\"issueKey\":\"HELPDESK-1\",\"_links\":{}}";
    }

    private protected override void CheckOpening(Call call, Message message)
    {
        Assert.Equal("POST /rest/servicedeskapi/request", $"{call.Method} {call.Path}");
        Assert.Equal(Basic("bot@example.com"), call.Header("Authorization"));
        Assert.Equal("10", (string?)call.Json!["serviceDeskId"]);
        Assert.Equal("25", (string?)call.Json["requestTypeId"]);
        Assert.StartsWith("[KC-7] It \"broke\"", (string?)call.Json["requestFieldValues"]!["summary"]);
        Assert.Contains(Hostile, (string?)call.Json["requestFieldValues"]!["description"]);
    }

    private protected override void CheckChange(Call call, Message message)
    {
        Assert.Equal("POST /rest/servicedeskapi/request/HELPDESK-1/comment", $"{call.Method} {call.Path}");
        Assert.False((bool)call.Json!["public"]!);
        Assert.Contains("One more thing: <b>it</b> \"beeps\".", (string?)call.Json["body"]);
    }

    private protected override void CheckContactedAgain(Call call, Message message) => Assert.Contains("it came back", (string?)call.Json!["body"]);

    private protected override ForeignTicket? Expected(Message opening) => new() { Id = "HELPDESK-1", Url = $"{System.Url}/browse/HELPDESK-1" };

    private static string Page(IEnumerable<string> held) => new JsonObject
    {
        ["isLastPage"] = true,
        ["values"] = new JsonArray([.. held.Select(One)])
    }.ToJsonString();

    private static JsonNode One(string sent)
    {
        var values = JsonNode.Parse(sent)?["requestFieldValues"];
        return values is null
            ? new JsonObject { ["body"] = (string?)JsonNode.Parse(sent)!["body"] }
            : new JsonObject
            {
                ["issueKey"] = "HELPDESK-1",
                ["requestFieldValues"] = new JsonArray(new JsonObject { ["fieldId"] = "description", ["value"] = (string?)values["description"] })
            };
    }
}
