using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>The API v1 that Gitea and Forgejo share.</summary>
internal sealed class GiteaForge(ForgeOptions options, TimeProvider time) : Forge(options, time, new AuthenticationHeaderValue("token", options.Token))
{
    // Both give at most 50 at once, unless their operator allows more.
    private const int PerPageThere = 50;

    public override async Task<Delivery?> FindAsync(IssueText text, CancellationToken cancel) => Found(
        await Calls.AskAsync(HttpMethod.Get, $"{Issues}?state=all&type=issues&limit={PerPageThere}&q={Uri.EscapeDataString(text.Mark)}", null, cancel), text, "body", Opened);

    public override async Task<Delivery> OpenAsync(IssueText text, CancellationToken cancel) =>
        (await Calls.AskAsync(HttpMethod.Post, Issues, new JsonObject { ["title"] = text.Title, ["body"] = text.Body }, cancel)).Then(Opened);

    public override async Task<Delivery?> FindCommentAsync(ForeignTicket issue, IssueText text, CancellationToken cancel) =>
        Marked(await Calls.AskAsync(HttpMethod.Get, CommentsOf(issue), null, cancel), text);

    public override async Task<Delivery> CommentAsync(ForeignTicket issue, IssueText text, CancellationToken cancel) =>
        (await Calls.AskAsync(HttpMethod.Post, CommentsOf(issue), new JsonObject { ["body"] = text.Body }, cancel)).Then(_ => new Delivery.Delivered());

    private string Issues => $"/api/v1/repos/{Project}/issues";

    private string CommentsOf(ForeignTicket issue) => $"{Issues}/{Uri.EscapeDataString(issue.Id)}/comments";

    private Delivery Opened(JsonNode? issue) => Opened(issue.At("number"), issue.At("html_url"));
}
