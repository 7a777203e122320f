using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>GitHub's REST API, version 2022-11-28: issues and their comments.</summary>
internal sealed class GitHubForge(ForgeOptions options, TimeProvider time) : Forge(options, time, new AuthenticationHeaderValue("Bearer", options.Token))
{
    private static readonly (string, string) Version = ("X-GitHub-Api-Version", "2022-11-28");

    public override async Task<Delivery?> FindAsync(IssueText text, CancellationToken cancel) => Found(
        await Calls.AskAsync(HttpMethod.Get, $"/repos/{Project}/issues?state=all&sort=created&direction=desc&per_page={PerPage}", null, cancel, Version),
        text, "body", Opened);

    public override async Task<Delivery> OpenAsync(IssueText text, CancellationToken cancel) =>
        (await Calls.AskAsync(HttpMethod.Post, $"/repos/{Project}/issues", new JsonObject { ["title"] = text.Title, ["body"] = text.Body }, cancel, Version)).Then(Opened);

    public override async Task<Delivery?> FindCommentAsync(ForeignTicket issue, IssueText text, CancellationToken cancel) =>
        Marked(await Calls.AskAsync(HttpMethod.Get, $"{CommentsOf(issue)}?per_page={PerPage}", null, cancel, Version), text);

    public override async Task<Delivery> CommentAsync(ForeignTicket issue, IssueText text, CancellationToken cancel) =>
        (await Calls.AskAsync(HttpMethod.Post, CommentsOf(issue), new JsonObject { ["body"] = text.Body }, cancel, Version)).Then(_ => new Delivery.Delivered());

    private string CommentsOf(ForeignTicket issue) => $"/repos/{Project}/issues/{Uri.EscapeDataString(issue.Id)}/comments";

    private Delivery Opened(JsonNode? issue) => Opened(issue.At("number"), issue.At("html_url"));
}
