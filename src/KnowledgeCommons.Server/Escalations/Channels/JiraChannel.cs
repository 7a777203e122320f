using System.Text.Json.Nodes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Jira Service Management's service desk API. It knows no idempotency key, so a request that may have been opened is looked for by its mark among
/// the newest requests of our own account.
/// </summary>
internal sealed class JiraChannel(string name, ChannelSettings settings, Briefs briefs, TimeProvider time) : TicketSystem(name, settings, briefs), IDisposable
{
    // Checked at start-up: user and token are set.
    private readonly JsonCalls _calls = new(settings, time, JsonCalls.Basic(settings.User!, settings.Token!));

    protected override string Place => _calls.Host;

    public void Dispose() => _calls.Dispose();

    protected override async Task<Delivery?> FindAsync(CaseRow subject, Brief brief, CancellationToken cancel)
    {
        var ours = "/rest/servicedeskapi/request?requestOwnership=OWNED_REQUESTS&limit=50&serviceDeskId=" + Uri.EscapeDataString(Settings.ServiceDesk!)
            + "&searchTerm=" + Uri.EscapeDataString(subject.Label);
        return await _calls.AskAsync(HttpMethod.Get, ours, null, cancel) switch
        {
            Reply.Ok ok => (ok.Data.Child("values") as JsonArray)?.FirstOrDefault(request => IsOurs(request, brief)) is { } found ? Opened(found) : null,
            Reply.Failed failed => failed.Outcome,
            _ => null
        };
    }

    protected override async Task<Delivery> OpenAsync(Brief brief, Message message, CancellationToken cancel)
    {
        var request = new JsonObject
        {
            ["serviceDeskId"] = Settings.ServiceDesk,
            ["requestTypeId"] = Settings.RequestType,
            ["requestFieldValues"] = new JsonObject { ["summary"] = brief.Subject, ["description"] = brief.Text }
        };
        return (await _calls.AskAsync(HttpMethod.Post, "/rest/servicedeskapi/request", request, cancel)).Then(Opened);
    }

    protected override async Task<Delivery?> FindEntryAsync(ForeignTicket ticket, Brief brief, CancellationToken cancel)
    {
        var all = $"/rest/servicedeskapi/request/{Uri.EscapeDataString(ticket.Id)}/comment?limit=100&start=";
        for (var start = 0; ; start += 100)
        {
            var page = await _calls.AskAsync(HttpMethod.Get, all + start, null, cancel);
            if (Marked(page, brief) is { } told) return told;
            if (page is not Reply.Ok { Data: var data } || data.Child("isLastPage") is null || data.Child("isLastPage").IsTrue()) return null;
        }
    }

    protected override async Task<Delivery> AddEntryAsync(ForeignTicket ticket, Brief brief, Message message, CancellationToken cancel)
    {
        var comment = new JsonObject { ["body"] = brief.Text, ["public"] = false };
        return (await _calls.AskAsync(HttpMethod.Post, $"/rest/servicedeskapi/request/{Uri.EscapeDataString(ticket.Id)}/comment", comment, cancel))
            .Then(_ => new Delivery.Delivered());
    }

    private static bool IsOurs(JsonNode? request, Brief brief) =>
        (request.Child("requestFieldValues") as JsonArray)?.Any(field => field.At("value")?.Contains(brief.Mark, StringComparison.Ordinal) == true) == true;

    private Delivery Opened(JsonNode? request) => request.At("issueKey") is { } key
        ? new Delivery.Delivered(new ForeignTicket { Id = key, Url = $"{Settings.Url!.TrimEnd('/')}/browse/{Uri.EscapeDataString(key)}" })
        : NoTicketIn(_calls.Host);
}
