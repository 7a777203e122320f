using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Tests.Escalations.Channels;

namespace KnowledgeCommons.Tests.Rewrites;

public sealed class GitHubContract(CaseOfASite site) : ForgeContract(site)
{
    private protected override ForeignTicket Expected => new() { Id = "41", Url = "https://github.com/acme/kb/issues/41" };

    private protected override ForgeOptions SetUp() => new() { Kind = "github", Project = "acme/kb" };

    private protected override string Answer(Call call)
    {
        if (call.Method == "GET" && call.Path.Contains("/comments")) return Listed(Comments, "body");
        if (call.Method == "GET") return new JsonArray([.. Issues.Select(text => Issue(text)).Prepend(new JsonObject { ["number"] = 40, ["body"] = null })]).ToJsonString();
        (call.Path.EndsWith("/comments") ? Comments : Issues).Add((string?)call.Json!["body"] ?? "");
        return Issue("").ToJsonString();
    }

    private protected override void CheckOpening(Call call)
    {
        Assert.Equal("POST /repos/acme/kb/issues", $"{call.Method} {call.Path}");
        Assert.Equal($"Bearer {Token}", call.Header("Authorization"));
        Assert.Equal("2022-11-28", call.Header("X-GitHub-Api-Version"));
        Assert.NotEmpty(call.Header("User-Agent"));
        Assert.Equal("[KC-1] Rewrite: The VPN says 809", (string?)call.Json!["title"]);
    }

    private protected override void CheckComment(Call call) => Assert.Equal("POST /repos/acme/kb/issues/41/comments", $"{call.Method} {call.Path}");

    internal static string Listed(IEnumerable<string> texts, string name) => new JsonArray([.. texts.Select(text => new JsonObject { [name] = text })]).ToJsonString();

    private static JsonObject Issue(string body) => new() { ["number"] = 41, ["html_url"] = "https://github.com/acme/kb/issues/41", ["body"] = body };
}
