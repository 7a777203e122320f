using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Tests.Escalations.Channels;

namespace KnowledgeCommons.Tests.Rewrites;

/// <summary>Gitea, and Forgejo, which answers alike.</summary>
public sealed class GiteaContract(CaseOfASite site) : ForgeContract(site)
{
    private protected override ForeignTicket Expected => new() { Id = "7", Url = "https://git.example.com/acme/kb/issues/7" };

    private protected override ForgeOptions SetUp() => new() { Kind = "gitea", Project = "acme/kb" };

    private protected override string Answer(Call call)
    {
        if (call.Method == "GET" && call.Path.Contains("/comments")) return GitHubContract.Listed(Comments, "body");
        if (call.Method == "GET") return new JsonArray([.. Issues.Select(Issue)]).ToJsonString();
        (call.Path.EndsWith("/comments") ? Comments : Issues).Add((string?)call.Json!["body"] ?? "");
        return Issue("").ToJsonString();
    }

    private protected override void CheckOpening(Call call)
    {
        Assert.Equal("POST /api/v1/repos/acme/kb/issues", $"{call.Method} {call.Path}");
        Assert.Equal($"token {Token}", call.Header("Authorization"));
        Assert.Equal("[KC-1] Rewrite: The VPN says 809", (string?)call.Json!["title"]);
    }

    private protected override void CheckComment(Call call) => Assert.Equal("POST /api/v1/repos/acme/kb/issues/7/comments", $"{call.Method} {call.Path}");

    private static JsonObject Issue(string body) => new() { ["number"] = 7, ["html_url"] = "https://git.example.com/acme/kb/issues/7", ["body"] = body };
}
