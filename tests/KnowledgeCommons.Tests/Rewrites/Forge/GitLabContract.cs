using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Tests.Escalations.Channels;

namespace KnowledgeCommons.Tests.Rewrites;

public sealed class GitLabContract(CaseOfASite site) : ForgeContract(site)
{
    private protected override ForeignTicket Expected => new() { Id = "5", Url = "https://gitlab.example.com/help/kb/-/issues/5" };

    private protected override ForgeOptions SetUp() => new() { Kind = "gitlab", Project = "it/help/kb" };

    private protected override string Answer(Call call)
    {
        if (call.Method == "GET" && call.Path.Contains("/notes")) return GitHubContract.Listed(Comments, "body");
        if (call.Method == "GET") return new JsonArray([.. Issues.Select(Issue)]).ToJsonString();
        if (call.Path.EndsWith("/notes")) Comments.Add((string?)call.Json!["body"] ?? "");
        else Issues.Add((string?)call.Json!["description"] ?? "");
        return Issue("").ToJsonString();
    }

    private protected override void CheckOpening(Call call)
    {
        Assert.Equal("POST /api/v4/projects/it%2Fhelp%2Fkb/issues", $"{call.Method} {call.Path}");
        Assert.Equal(Token, call.Header("PRIVATE-TOKEN"));
        Assert.Equal("", call.Header("Authorization"));
        Assert.Equal("[KC-1] Rewrite: The VPN says 809", (string?)call.Json!["title"]);
    }

    private protected override void CheckComment(Call call) => Assert.Equal("POST /api/v4/projects/it%2Fhelp%2Fkb/issues/5/notes", $"{call.Method} {call.Path}");

    private static JsonObject Issue(string description) =>
        new() { ["id"] = 84, ["iid"] = 5, ["web_url"] = "https://gitlab.example.com/help/kb/-/issues/5", ["description"] = description };
}
