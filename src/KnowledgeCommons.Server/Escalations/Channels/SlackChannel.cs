using System.Text.Json.Nodes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Slack. With a token: chat.postMessage, and all that happens to a case stands in one thread. Without: an incoming webhook, whose address is the
/// secret, and each event is a message of its own. Slack knows no idempotency key: a message whose answer was lost can stand there twice.
/// </summary>
internal sealed class SlackChannel(string name, ChannelSettings settings, Briefs briefs, TimeProvider time) : Follower(name, settings, briefs), IDisposable
{
    private const int LongestText = 3500;
    private static readonly string[] TryLater = ["ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout"];
    private readonly JsonCalls _calls = new(settings, time, settings.Token is { Length: > 0 } token ? new("Bearer", token) : null);

    protected override string Place => Settings.Room ?? _calls.Host;

    private bool HasThreads => !string.IsNullOrEmpty(Settings.Token);

    public void Dispose() => _calls.Dispose();

    public override async Task<Delivery> DeliverAsync(Message message, CancellationToken cancel)
    {
        var isNew = message.Event.Kind == CaseEventRow.Opened;
        if (isNew && message.Ticket is not null) return new Delivery.Delivered();
        var brief = isNew || (HasThreads && message.Ticket is null) ? Briefs.Opening(message) : Briefs.Change(message);
        var text = new JsonObject { ["text"] = Text(brief, hasSubject: isNew || message.Ticket is null), ["unfurl_links"] = false };
        return HasThreads ? await PostAsync(text, message, cancel) : (await _calls.SendAsync(null, text.ToJsonString(), cancel)).Then(_ => new Delivery.Delivered());
    }

    public override IReadOnlyList<string> AddressesOnDuty(string? person) => Room;

    public override async Task<Delivery> DeliverAsync(News news, CancellationToken cancel)
    {
        var text = new JsonObject { ["text"] = Text($"{news.Letter.Subject}\n\n{news.Letter.Text.TrimEnd()}"), ["unfurl_links"] = false };
        if (!HasThreads) return (await _calls.SendAsync(null, text.ToJsonString(), cancel)).Then(_ => new Delivery.Delivered());
        text["channel"] = Settings.Room;
        return (await _calls.AskAsync(HttpMethod.Post, "/api/chat.postMessage", text, cancel)).Then(data => Posted(data, thread: new ForeignTicket { Id = news.About }));
    }

    private async Task<Delivery> PostAsync(JsonObject text, Message message, CancellationToken cancel)
    {
        text["channel"] = Settings.Room;
        if (message.Ticket is { } thread) text["thread_ts"] = thread.Id;
        // "Contacted again" is for everybody in the room, not only for those who follow the thread.
        if (message.Ticket is not null && message.Event.Kind == CaseEventRow.CameBack) text["reply_broadcast"] = true;
        return (await _calls.AskAsync(HttpMethod.Post, "/api/chat.postMessage", text, cancel)).Then(data => Posted(data, message.Ticket));
    }

    // Slack answers 200 to all that it understood, and says inside whether it did it.
    private Delivery Posted(JsonNode data, ForeignTicket? thread)
    {
        if (data.Child("ok").IsTrue()) return new Delivery.Delivered(thread is null && data.At("ts") is { } started ? new ForeignTicket { Id = started } : null);
        var error = data.At("error") ?? "no reason given";
        var reason = $"{_calls.Host} refused it: {error}.";
        return TryLater.Contains(error) || error.Contains("auth", StringComparison.Ordinal) || error.Contains("token", StringComparison.Ordinal)
            || error.Contains("scope", StringComparison.Ordinal) || error.Contains("channel", StringComparison.Ordinal)
            ? new Delivery.TryLater(reason)
            : new Delivery.Refused(reason);
    }

    // Slack's own three characters of markup; a reader's words must not call everybody in the room.
    private static string Text(Brief brief, bool hasSubject) => Text(hasSubject ? $"{brief.Subject}\n\n{brief.Text}" : brief.Text);

    private static string Text(string text)
    {
        if (text.Length > LongestText) text = text[..LongestText] + "…";
        return text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
    }
}
