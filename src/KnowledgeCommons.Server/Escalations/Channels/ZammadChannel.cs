using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Zammad's API v1. It knows no idempotency key, so a ticket that may have been opened is looked for by our number in its title, and known by the
/// mark in its first article. What we add is an internal note.
/// </summary>
internal sealed class ZammadChannel(string name, ChannelSettings settings, Briefs briefs, TimeProvider time) : TicketSystem(name, settings, briefs), IDisposable
{
    private readonly JsonCalls _calls = new(settings, time, new AuthenticationHeaderValue("Token", $"token={settings.Token}"));

    protected override string Place => _calls.Host;

    public void Dispose() => _calls.Dispose();

    protected override async Task<Delivery?> FindAsync(CaseRow subject, Brief brief, CancellationToken cancel)
    {
        var titled = $"/api/v1/tickets/search?expand=true&limit=10&query={Uri.EscapeDataString($"title:\"{subject.Label}\"")}";
        var reply = await _calls.AskAsync(HttpMethod.Get, titled, null, cancel);
        if (reply is Reply.Failed failed) return failed.Outcome;
        var found = reply is Reply.Ok { Data: JsonArray list } ? list : [];
        foreach (var id in found.Select(ticket => ticket.At("id")).OfType<string>())
        {
            var told = await FindEntryAsync(new ForeignTicket { Id = id }, brief, cancel);
            if (told is not null) return told is Delivery.Delivered ? Opened(id) : told;
        }
        return null;
    }

    protected override async Task<Delivery> OpenAsync(Brief brief, Message message, CancellationToken cancel)
    {
        var ticket = new JsonObject
        {
            ["title"] = brief.Subject,
            ["group"] = Settings.Group,
            ["customer"] = Settings.Customer,
            ["article"] = Article(brief)
        };
        var reply = await _calls.AskAsync(HttpMethod.Post, "/api/v1/tickets", ticket, cancel);
        return reply.Then(data => data.At("id") is { } id ? Opened(id) : NoTicketIn(_calls.Host));
    }

    protected override async Task<Delivery?> FindEntryAsync(ForeignTicket ticket, Brief brief, CancellationToken cancel) =>
        Marked(await _calls.AskAsync(HttpMethod.Get, $"/api/v1/ticket_articles/by_ticket/{ticket.Id}", null, cancel), brief);

    protected override async Task<Delivery> AddEntryAsync(ForeignTicket ticket, Brief brief, Message message, CancellationToken cancel)
    {
        var change = new JsonObject { ["article"] = Article(brief) };
        if (message.Event.Kind == CaseEventRow.CameBack) change["state"] = "open";
        return (await _calls.AskAsync(HttpMethod.Put, $"/api/v1/tickets/{ticket.Id}", change, cancel)).Then(_ => new Delivery.Delivered());
    }

    private static JsonObject Article(Brief brief) => new()
    {
        ["subject"] = brief.Subject,
        ["body"] = brief.Text,
        ["content_type"] = "text/plain",
        ["type"] = "note",
        ["internal"] = true
    };

    private Delivery Opened(string id) =>
        new Delivery.Delivered(new ForeignTicket { Id = id, Url = $"{Settings.Url!.TrimEnd('/')}/#ticket/zoom/{Uri.EscapeDataString(id)}" });
}
