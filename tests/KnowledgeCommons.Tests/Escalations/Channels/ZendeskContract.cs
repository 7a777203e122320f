using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Tests.Escalations.Channels;

public sealed class ZendeskContract(BriefsOfASite site) : TicketContract(site)
{
    private readonly Dictionary<string, JsonNode> _byKey = [];
    private readonly List<string> _comments = [];

    private protected override int? Held => _byKey.Count + _comments.Count;

    private protected override (string Kind, ChannelSettings Settings) SetUp() => ("zendesk", new ChannelSettings { User = "bot@example.com", Token = Token });

    private protected override string Answer(Call call)
    {
        if (call.Method == "GET" && call.Path.Contains("/comments"))
            return new JsonObject { ["comments"] = new JsonArray([.. _comments.Select(text => new JsonObject { ["body"] = text })]) }.ToJsonString();
        if (call.Method == "GET")
        {
            var sought = Uri.UnescapeDataString(call.Path.Split("external_id=")[1]);
            var found = _byKey.Values.Where(ticket => (string?)ticket["external_id"] == sought).Select(ticket => new JsonObject { ["id"] = 35436 });
            return new JsonObject { ["tickets"] = new JsonArray([.. found]) }.ToJsonString();
        }
        if (call.Method == "POST") _byKey.TryAdd(call.Header("Idempotency-Key"), call.Json!["ticket"]!);
        else _comments.Add((string?)call.Json!["ticket"]!["comment"]!["body"] ?? "");
        return "{\"ticket\":{\"id\":35436,\"status\":\"new\"},\"audit\":{}}";
    }

    private protected override void CheckOpening(Call call, Message message)
    {
        Assert.Equal("POST /api/v2/tickets.json", $"{call.Method} {call.Path}");
        Assert.Equal(Basic("bot@example.com/token"), call.Header("Authorization"));
        Assert.Equal($"there/{message.Story.Case.Id}", call.Header("Idempotency-Key"));
        var ticket = call.Json!["ticket"]!;
        Assert.StartsWith("[KC-7] It \"broke\"", (string?)ticket["subject"]);
        Assert.Contains(Hostile, (string?)ticket["comment"]!["body"]);
        Assert.False((bool)ticket["comment"]!["public"]!);
        Assert.Equal(message.Story.Case.Id, (string?)ticket["external_id"]);
    }

    private protected override void CheckChange(Call call, Message message)
    {
        Assert.Equal("PUT /api/v2/tickets/35436.json", $"{call.Method} {call.Path}");
        Assert.Contains("Mara added:\n\nOne more thing: <b>it</b> \"beeps\".", (string?)call.Json!["ticket"]!["comment"]!["body"]);
        Assert.Null(call.Json["ticket"]!["status"]);
    }

    private protected override void CheckContactedAgain(Call call, Message message)
    {
        Assert.Equal("open", (string?)call.Json!["ticket"]!["status"]);
        Assert.Contains("it came back", (string?)call.Json["ticket"]!["comment"]!["body"]);
    }

    private protected override ForeignTicket? Expected(Message opening) => new() { Id = "35436", Url = $"{System.Url}/agent/tickets/35436" };
}
