using System.Text.Json.Nodes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// ServiceNow's Table API, table incident. Our id stands in correlation_id, by which an incident is found again. The reader's words are comments, all
/// else work notes.
/// </summary>
internal sealed class ServiceNowChannel(string name, ChannelSettings settings, Briefs briefs, TimeProvider time) : TicketSystem(name, settings, briefs), IDisposable
{
    private const string Incidents = "/api/now/table/incident";
    private const string InProgress = "2";

    // Checked at start-up: user and token are set.
    private readonly JsonCalls _calls = new(settings, time, JsonCalls.Basic(settings.User!, settings.Token!));

    protected override string Place => _calls.Host;

    public void Dispose() => _calls.Dispose();

    protected override async Task<Delivery?> FindAsync(CaseRow subject, Brief brief, CancellationToken cancel)
    {
        var ours = $"{Incidents}?sysparm_limit=1&sysparm_fields=sys_id,number&sysparm_query=correlation_id%3D{Uri.EscapeDataString(subject.Id)}";
        return await _calls.AskAsync(HttpMethod.Get, ours, null, cancel) switch
        {
            Reply.Ok ok => ok.Data.Child("result") is JsonArray { Count: > 0 } found ? Opened(found[0]) : null,
            Reply.Failed failed => failed.Outcome,
            _ => null
        };
    }

    protected override async Task<Delivery> OpenAsync(Brief brief, Message message, CancellationToken cancel)
    {
        var subject = message.Story.Case;
        var incident = new JsonObject
        {
            ["short_description"] = brief.Subject,
            ["description"] = brief.Text,
            ["correlation_id"] = subject.Id,
            ["correlation_display"] = subject.Label,
            ["contact_type"] = "self-service",
            ["impact"] = subject.People switch { "many" => "1", "team" => "2", _ => "3" },
            ["urgency"] = subject.Impact switch { "stopped" => "1", "slowed" => "2", _ => "3" }
        };
        return (await _calls.AskAsync(HttpMethod.Post, Incidents, incident, cancel)).Then(data => Opened(data.Child("result")));
    }

    protected override async Task<Delivery?> FindEntryAsync(ForeignTicket ticket, Brief brief, CancellationToken cancel)
    {
        var entries = $"/api/now/table/sys_journal_field?sysparm_limit=1&sysparm_fields=value&sysparm_query=element_id%3D{ticket.Id}%5EvalueLIKE{brief.Mark}";
        return Marked(await _calls.AskAsync(HttpMethod.Get, entries, null, cancel), brief);
    }

    protected override async Task<Delivery> AddEntryAsync(ForeignTicket ticket, Brief brief, Message message, CancellationToken cancel)
    {
        var change = new JsonObject { [message.Event.Who is null ? "comments" : "work_notes"] = brief.Text };
        if (message.Event.Kind == CaseEventRow.CameBack) change["state"] = InProgress;
        return (await _calls.AskAsync(HttpMethod.Patch, $"{Incidents}/{ticket.Id}?sysparm_fields=sys_id", change, cancel)).Then(_ => new Delivery.Delivered());
    }

    private Delivery Opened(JsonNode? incident) => incident.At("sys_id") is { } id
        ? new Delivery.Delivered(new ForeignTicket { Id = id, Url = $"{Settings.Url!.TrimEnd('/')}/nav_to.do?uri=incident.do%3Fsys_id%3D{Uri.EscapeDataString(id)}" })
        : NoTicketIn(_calls.Host);
}
