using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>GitLab's REST API v4: issues of a project, and their notes.</summary>
internal sealed class GitLabForge(ForgeOptions options, TimeProvider time) : Forge(options, time, signIn: null)
{
    // Checked at start-up: a token is set.
    private (string, string) SignIn => ("PRIVATE-TOKEN", Options.Token!);

    public override async Task<Delivery?> FindAsync(IssueText text, CancellationToken cancel) => Found(
        await Calls.AskAsync(HttpMethod.Get, $"{Issues}?scope=all&in=description&per_page={PerPage}&search={Uri.EscapeDataString(text.Mark)}", null, cancel, SignIn),
        text, "description", Opened);

    public override async Task<Delivery> OpenAsync(IssueText text, CancellationToken cancel) =>
        (await Calls.AskAsync(HttpMethod.Post, Issues, new JsonObject { ["title"] = text.Title, ["description"] = text.Body }, cancel, SignIn)).Then(Opened);

    public override async Task<Delivery?> FindCommentAsync(ForeignTicket issue, IssueText text, CancellationToken cancel) =>
        Marked(await Calls.AskAsync(HttpMethod.Get, $"{NotesOf(issue)}?sort=desc&order_by=created_at&per_page={PerPage}", null, cancel, SignIn), text);

    public override async Task<Delivery> CommentAsync(ForeignTicket issue, IssueText text, CancellationToken cancel) =>
        (await Calls.AskAsync(HttpMethod.Post, NotesOf(issue), new JsonObject { ["body"] = text.Body }, cancel, SignIn)).Then(_ => new Delivery.Delivered());

    // A project's path is one part of the address: its slashes are written as %2F.
    private string Issues => $"/api/v4/projects/{Uri.EscapeDataString(Options.Project ?? "")}/issues";

    private string NotesOf(ForeignTicket issue) => $"{Issues}/{Uri.EscapeDataString(issue.Id)}/notes";

    private Delivery Opened(JsonNode? issue) => Opened(issue.At("iid"), issue.At("web_url"));
}
