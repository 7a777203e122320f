using System.Net;
using System.Text.Json.Nodes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Zendesk's Ticketing API v2. Tickets are opened with an Idempotency-Key, which Zendesk keeps for two hours; after that our external_id finds
/// them. What we add is an internal comment: the reader hears from us.
/// </summary>
internal sealed class ZendeskChannel(string name, ChannelSettings settings, Briefs briefs, TimeProvider time) : TicketSystem(name, settings, briefs), IDisposable
{
    // Checked at start-up: user and token are set.
    private readonly JsonCalls _calls = new(settings, time, JsonCalls.Basic(settings.User! + "/token", settings.Token!));

    protected override string Place => _calls.Host;

    public void Dispose() => _calls.Dispose();

    protected override async Task<Delivery?> FindAsync(CaseRow subject, Brief brief, CancellationToken cancel) =>
        await _calls.AskAsync(HttpMethod.Get, "/api/v2/tickets.json?external_id=" + Uri.EscapeDataString(subject.Id), null, cancel) switch
        {
            Reply.Ok ok => ok.Data.Child("tickets") is JsonArray { Count: > 0 } found ? Opened(found[0]) : null,
            Reply.Failed failed => failed.Outcome,
            _ => null
        };

    protected override Task<Delivery> OpenAsync(Brief brief, Message message, CancellationToken cancel) =>
        OpenAsync(Ticket(brief, message), KeyOf(message.Story.Case), cancel);

    protected override async Task<Delivery?> FindEntryAsync(ForeignTicket ticket, Brief brief, CancellationToken cancel) =>
        Marked(await _calls.AskAsync(HttpMethod.Get, $"/api/v2/tickets/{ticket.Id}/comments.json?sort_order=desc", null, cancel), brief);

    protected override async Task<Delivery> AddEntryAsync(ForeignTicket ticket, Brief brief, Message message, CancellationToken cancel)
    {
        var change = new JsonObject { ["comment"] = Comment(brief) };
        if (message.Event.Kind == CaseEventRow.CameBack) change["status"] = "open";
        var reply = await _calls.AskAsync(HttpMethod.Put, $"/api/v2/tickets/{ticket.Id}.json", new JsonObject { ["ticket"] = change }, cancel);
        return reply is Reply.Failed { Status: HttpStatusCode.UnprocessableEntity } && message.Event.Kind == CaseEventRow.CameBack
            ? await FollowUpAsync(ticket, message, cancel)
            : reply.Then(_ => new Delivery.Delivered());
    }

    // A ticket that is closed for good takes nothing more: the same problem goes on in a follow-up.
    private Task<Delivery> FollowUpAsync(ForeignTicket before, Message message, CancellationToken cancel)
    {
        var ticket = Ticket(Briefs.Opening(message), message);
        ticket["via_followup_source_id"] = long.TryParse(before.Id, out var number) ? number : null;
        return OpenAsync(ticket, message.Key, cancel);
    }

    private async Task<Delivery> OpenAsync(JsonObject ticket, string key, CancellationToken cancel)
    {
        var reply = await _calls.AskAsync(HttpMethod.Post, "/api/v2/tickets.json", new JsonObject { ["ticket"] = ticket }, cancel, ("Idempotency-Key", key));
        return reply.Then(data => Opened(data.Child("ticket")));
    }

    private Delivery Opened(JsonNode? ticket) => ticket.At("id") is { } id
        ? new Delivery.Delivered(new ForeignTicket { Id = id, Url = $"{Settings.Url!.TrimEnd('/')}/agent/tickets/{id}" })
        : NoTicketIn(_calls.Host);

    private static JsonObject Ticket(Brief brief, Message message) => new()
    {
        ["subject"] = brief.Subject,
        ["comment"] = Comment(brief),
        ["external_id"] = message.Story.Case.Id,
        ["tags"] = new JsonArray("knowledge_commons")
    };

    private static JsonObject Comment(Brief brief) => new() { ["body"] = brief.Text, ["public"] = false };
}
