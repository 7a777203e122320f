using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>
/// Azure DevOps' work item tracking API, version 7.1. A work item is made by a JSON patch, its description and comments are HTML, and the mark is a tag
/// as well, so that a query finds it.
/// </summary>
internal sealed class AzureForge(ForgeOptions options, TimeProvider time) : Forge(options, time, JsonCalls.Basic("", options.Token ?? ""))
{
    private readonly JsonCalls _patches = new(new ChannelSettings { Url = options.Home, Timeout = options.Timeout }, time, JsonCalls.Basic("", options.Token ?? ""))
    {
        Sent = "application/json-patch+json"
    };

    public override async Task<Delivery?> FindAsync(IssueText text, CancellationToken cancel)
    {
        // The mark is ours: letters and digits only.
        var query = $"SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project AND [System.Tags] CONTAINS '{TagOf(text)}'";
        return await Calls.AskAsync(HttpMethod.Post, $"/{Project}/_apis/wit/wiql?api-version=7.1", new JsonObject { ["query"] = query }, cancel) switch
        {
            Reply.Ok ok => (ok.Data.Child("workItems") as JsonArray)?.FirstOrDefault().At("id") is { } id ? Opened(id, PageOf(id)) : null,
            Reply.Failed failed => failed.Outcome,
            _ => null
        };
    }

    public override async Task<Delivery> OpenAsync(IssueText text, CancellationToken cancel)
    {
        var item = new JsonArray(
            Add("System.Title", text.Title), Add("System.Description", IssueHtml.Of(text.Body)), Add("System.Tags", $"knowledge-commons; {TagOf(text)}"));
        var address = $"/{Project}/_apis/wit/workitems/${Uri.EscapeDataString(Options.WorkItemType)}?api-version=7.1";
        return (await _patches.AskAsync(HttpMethod.Post, address, item, cancel)).Then(made => Opened(made.At("id"), made.At("id") is { } id ? PageOf(id) : null));
    }

    public override async Task<Delivery?> FindCommentAsync(ForeignTicket issue, IssueText text, CancellationToken cancel) =>
        Marked(await Calls.AskAsync(HttpMethod.Get, $"{CommentsOf(issue)}&$top={PerPage}&order=desc", null, cancel), text);

    public override async Task<Delivery> CommentAsync(ForeignTicket issue, IssueText text, CancellationToken cancel) =>
        (await Calls.AskAsync(HttpMethod.Post, CommentsOf(issue), new JsonObject { ["text"] = IssueHtml.Of(text.Body) }, cancel)).Then(_ => new Delivery.Delivered());

    public override void Dispose()
    {
        _patches.Dispose();
        base.Dispose();
    }

    private static string TagOf(IssueText text) => text.Mark.Replace(':', '-');

    private string CommentsOf(ForeignTicket issue) => $"/{Project}/_apis/wit/workItems/{Uri.EscapeDataString(issue.Id)}/comments?api-version=7.1-preview.4";

    private string PageOf(string id) => $"{Options.Home}/{Project}/_workitems/edit/{Uri.EscapeDataString(id)}";

    private static JsonObject Add(string field, string value) => new() { ["op"] = "add", ["path"] = $"/fields/{field}", ["value"] = value };
}
