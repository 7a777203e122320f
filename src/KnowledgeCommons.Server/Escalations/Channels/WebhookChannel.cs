using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>A program of the company's own: each event is sent as JSON, signed as Standard Webhooks 1.0 says, with an id that is the same at every attempt.</summary>
internal sealed class WebhookChannel(string name, ChannelSettings settings, Briefs briefs, TimeProvider time) : Follower(name, settings, briefs), IDisposable
{
    private readonly JsonCalls _calls = new(settings, time);

    protected override string Place => _calls.Host;

    public void Dispose() => _calls.Dispose();

    public override async Task<Delivery> DeliverAsync(Message message, CancellationToken cancel)
    {
        var isNew = message.Event.Kind == CaseEventRow.Opened;
        var brief = isNew ? Briefs.Opening(message) : Briefs.Change(message);
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var body = Body(message, brief).ToJsonString();
        var id = "msg_" + brief.Mark[Briefs.MarkStart.Length..];
        var reply = await _calls.SendAsync(null, body, cancel,
            ("webhook-id", id),
            ("webhook-timestamp", now.ToString(CultureInfo.InvariantCulture)),
            // Checked at start-up: a webhook has a secret.
            ("webhook-signature", StandardSignature.Of(Settings.Secret!, id, now, Encoding.UTF8.GetBytes(body))));
        // Its replies name the case by our own id: there is no other name for it.
        return reply.Then(_ => new Delivery.Delivered(new ForeignTicket { Id = message.Story.Case.Id }));
    }

    private static JsonObject Body(Message message, Brief brief)
    {
        var (about, told) = (message.Story.Case, message.Event);
        return new JsonObject
        {
            ["type"] = $"case.{told.Kind}",
            ["timestamp"] = Instant(told.At),
            ["data"] = new JsonObject
            {
                ["case"] = about.Id,
                ["number"] = about.Label,
                ["event"] = told.Id,
                ["state"] = about.State,
                ["subject"] = brief.Subject,
                ["text"] = brief.Text,
                ["problem"] = about.Problem,
                ["topic"] = about.Topic,
                ["article"] = told.Article ?? about.Article,
                ["impact"] = about.Impact,
                ["people"] = about.People,
                ["owner"] = about.OwnerName,
                ["by"] = told.Who,
                ["words"] = told.Words,
                ["reason"] = told.Reason,
                ["promise_by"] = about.PromiseBy is { } next ? Instant(next) : null,
                ["contacted_again"] = about.RepeatOf is not null || told.Kind == CaseEventRow.CameBack,
                ["url"] = brief.Link
            }
        };
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
