using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Tests.Escalations.Channels;

namespace KnowledgeCommons.Tests.Rewrites;

public sealed class AzureContract(CaseOfASite site) : ForgeContract(site)
{
    private readonly List<string> _tags = [];

    private protected override ForeignTicket Expected => new() { Id = "131489", Url = $"{System.Url}/acme/Help%20Desk/_workitems/edit/131489" };

    private protected override ForgeOptions SetUp() => new() { Kind = "azure", Url = "/acme", Project = "Help Desk" };

    private protected override string Answer(Call call)
    {
        if (call.Path.Contains("/wiql"))
        {
            var query = (string?)call.Json!["query"] ?? "";
            return new JsonObject { ["workItems"] = new JsonArray([.. _tags.Where(query.Contains).Select(_ => new JsonObject { ["id"] = 131489 })]) }.ToJsonString();
        }
        if (call.Method == "GET") return new JsonObject { ["comments"] = new JsonArray([.. Comments.Select(text => new JsonObject { ["text"] = text })]) }.ToJsonString();
        if (call.Path.Contains("/comments")) Comments.Add(Plain((string?)call.Json!["text"]));
        else
        {
            Issues.Add(Plain(Field(call, "System.Description")));
            _tags.Add(Field(call, "System.Tags").Split("; ")[1]);
        }
        return "{\"id\":131489,\"rev\":1}";
    }

    private protected override void CheckOpening(Call call)
    {
        Assert.Equal("POST /acme/Help%20Desk/_apis/wit/workitems/$Issue?api-version=7.1", $"{call.Method} {call.Path}");
        Assert.StartsWith("application/json-patch+json", call.Header("Content-Type"));
        Assert.Equal(JsonCalls.Basic("", Token).ToString(), call.Header("Authorization"));
        Assert.Equal("[KC-1] Rewrite: The VPN says 809", Field(call, "System.Title"));
        Assert.All(call.Json!.AsArray(), operation => Assert.Equal("add", (string?)operation!["op"]));
        Assert.Contains("&lt;script&gt;", Field(call, "System.Description"));
    }

    private protected override void CheckComment(Call call)
    {
        Assert.Equal("POST /acme/Help%20Desk/_apis/wit/workItems/131489/comments?api-version=7.1-preview.4", $"{call.Method} {call.Path}");
        Assert.Contains("&lt;b&gt;it&lt;/b&gt;", (string?)call.Json!["text"]);
    }

    private static string Plain(string? html) => global::System.Net.WebUtility.HtmlDecode(html ?? "");

    private static string Field(Call call, string name) =>
        (string?)call.Json!.AsArray().Single(operation => (string?)operation!["path"] == $"/fields/{name}")!["value"] ?? "";
}
