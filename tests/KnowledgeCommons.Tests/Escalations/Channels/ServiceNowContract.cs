using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Tests.Escalations.Channels;

public sealed class ServiceNowContract(BriefsOfASite site) : TicketContract(site)
{
    private readonly List<JsonNode> _incidents = [];
    private readonly List<string> _journal = [];

    private protected override int? Held => _incidents.Count + _journal.Count;

    private protected override (string Kind, ChannelSettings Settings) SetUp() => ("servicenow", new ChannelSettings { User = "kc.bot", Token = Token });

    private protected override string Answer(Call call)
    {
        if (call.Method == "GET" && call.Path.Contains("sys_journal_field"))
        {
            var mark = Uri.UnescapeDataString(call.Path.Split("LIKE")[1]);
            return List(_journal.Where(text => text.Contains(mark)).Select(text => new JsonObject { ["value"] = text }));
        }
        if (call.Method == "GET")
        {
            var id = Uri.UnescapeDataString(call.Path.Split("correlation_id%3D")[1]);
            return List(_incidents.Where(incident => (string?)incident["correlation_id"] == id).Select(_ => Incident()));
        }
        if (call.Method == "POST") _incidents.Add(call.Json!);
        else _journal.Add((string?)(call.Json!["comments"] ?? call.Json["work_notes"]) ?? "");
        return new JsonObject { ["result"] = Incident() }.ToJsonString();
    }

    private protected override void CheckOpening(Call call, Message message)
    {
        Assert.Equal("POST /api/now/table/incident", $"{call.Method} {call.Path}");
        Assert.Equal(Basic("kc.bot"), call.Header("Authorization"));
        Assert.StartsWith("[KC-7] It \"broke\"", (string?)call.Json!["short_description"]);
        Assert.Contains(Hostile, (string?)call.Json["description"]);
        Assert.Equal(message.Story.Case.Id, (string?)call.Json["correlation_id"]);
        Assert.Equal("2", (string?)call.Json["impact"]);
        Assert.Equal("1", (string?)call.Json["urgency"]);
    }

    private protected override void CheckChange(Call call, Message message)
    {
        Assert.Equal("PATCH", call.Method);
        Assert.StartsWith("/api/now/table/incident/a9e30c7dc61122760116894de7bcc7bd", call.Path);
        Assert.Contains("One more thing", (string?)call.Json!["comments"]);
        Assert.Null(call.Json["state"]);
    }

    private protected override void CheckContactedAgain(Call call, Message message) => Assert.Equal("2", (string?)call.Json!["state"]);

    private protected override ForeignTicket? Expected(Message opening) => new()
    {
        Id = "a9e30c7dc61122760116894de7bcc7bd",
        Url = $"{System.Url}/nav_to.do?uri=incident.do%3Fsys_id%3Da9e30c7dc61122760116894de7bcc7bd"
    };

    private static string List(IEnumerable<JsonNode> found) => new JsonObject { ["result"] = new JsonArray([.. found]) }.ToJsonString();

    private static JsonObject Incident() => new() { ["sys_id"] = "a9e30c7dc61122760116894de7bcc7bd", ["number"] = "INC0010001" };
}
