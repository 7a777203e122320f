using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Tests.Escalations.Channels;

public sealed class ZammadContract(BriefsOfASite site) : TicketContract(site)
{
    private readonly List<JsonNode> _tickets = [];
    private readonly List<string> _articles = [];

    private protected override int? Held => _articles.Count;

    private protected override (string Kind, ChannelSettings Settings) SetUp() =>
        ("zammad", new ChannelSettings { Token = Token, Group = "Users", Customer = "help@example.com" });

    private protected override string Answer(Call call)
    {
        if (call.Path.StartsWith("/api/v1/tickets/search", StringComparison.Ordinal))
            return new JsonArray([.. _tickets.Select((ticket, index) => new JsonObject { ["id"] = 20 + index, ["title"] = (string?)ticket["title"] })]).ToJsonString();
        if (call.Method == "GET") return new JsonArray([.. _articles.Select(text => new JsonObject { ["body"] = text })]).ToJsonString();
        if (call.Method == "POST") _tickets.Add(call.Json!);
        _articles.Add((string?)call.Json!["article"]!["body"] ?? "");
        return "{\"id\":20,\"number\":\"67020\"}";
    }

    private protected override void CheckOpening(Call call, Message message)
    {
        Assert.Equal("POST /api/v1/tickets", $"{call.Method} {call.Path}");
        Assert.Equal($"Token token={Token}", call.Header("Authorization"));
        Assert.StartsWith("[KC-7] It \"broke\"", (string?)call.Json!["title"]);
        Assert.Equal("Users", (string?)call.Json["group"]);
        Assert.Equal("help@example.com", (string?)call.Json["customer"]);
        Assert.Contains(Hostile, (string?)call.Json["article"]!["body"]);
        Assert.Equal("note", (string?)call.Json["article"]!["type"]);
        Assert.Equal("text/plain", (string?)call.Json["article"]!["content_type"]);
        Assert.True((bool)call.Json["article"]!["internal"]!);
    }

    private protected override void CheckChange(Call call, Message message)
    {
        Assert.Equal("PUT /api/v1/tickets/20", $"{call.Method} {call.Path}");
        Assert.Contains("One more thing", (string?)call.Json!["article"]!["body"]);
        Assert.Null(call.Json["state"]);
    }

    private protected override void CheckContactedAgain(Call call, Message message) => Assert.Equal("open", (string?)call.Json!["state"]);

    private protected override ForeignTicket? Expected(Message opening) => new() { Id = "20", Url = $"{System.Url}/#ticket/zoom/20" };
}
