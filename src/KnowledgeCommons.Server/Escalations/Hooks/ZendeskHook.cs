using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Zendesk's event webhooks (version 2022-06-20): ticket.comment_added and ticket.status_changed. X-Zendesk-Webhook-Signature is the base64 of an
/// HMAC-SHA256 over X-Zendesk-Webhook-Signature-Timestamp followed by the body.
/// </summary>
internal sealed class ZendeskHook : TicketHook
{
    public override bool IsGenuine(HookCall call, string secret)
    {
        var timestamp = call.Header("X-Zendesk-Webhook-Signature-Timestamp");
        return DateTimeOffset.TryParse(timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && call.IsFresh(at)
            && SharedSecret.Fits(call.Header("X-Zendesk-Webhook-Signature"), Convert.ToBase64String(Mac(secret, Encoding.UTF8.GetBytes(timestamp), call.Body)));
    }

    public override TicketNews? Read(JsonObject body, HookCall call)
    {
        var (detail, what) = (body.Child("detail"), body.Child("event"));
        var comment = what.Child("comment");
        return detail.At("id") is not { } ticket ? null : new TicketNews(
            body.At("id") ?? IdOf(call), ticket, Moment(body.At("time"), call),
            comment.Child("is_public").IsTrue() && comment.Child("author").Child("is_staff").IsTrue() ? comment.At("body") : null,
            comment.At("author", "name"), body.At("type")?.EndsWith("status_changed", StringComparison.Ordinal) == true ? StateOf(what.At("current")) : null,
            Labels(detail.Child("tags")));
    }

    private static TicketState? StateOf(string? status) => status?.ToUpperInvariant() switch
    {
        "NEW" or "OPEN" or "HOLD" => TicketState.Open,
        "PENDING" => TicketState.Waiting,
        "SOLVED" or "CLOSED" => TicketState.Closed,
        _ => null
    };
}
