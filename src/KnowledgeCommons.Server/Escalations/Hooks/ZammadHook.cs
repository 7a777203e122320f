using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Zammad's webhooks with their own payload {"ticket","article"}. X-Hub-Signature is "sha1=" and the hex HMAC-SHA1 of the body; X-Zammad-Delivery is not
/// signed, so the article and the ticket's last change are the id.
/// </summary>
internal sealed class ZammadHook : TicketHook
{
#pragma warning disable CA5350 // SHA-1 is what Zammad signs with; as a MAC under a secret key it still holds.
    public override bool IsGenuine(HookCall call, string secret) => SharedSecret.Fits(
        call.Header("X-Hub-Signature"), "sha1=" + Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), call.Body)));
#pragma warning restore CA5350

    public override TicketNews? Read(JsonObject body, HookCall call)
    {
        var (ticket, article) = (body.Child("ticket"), body.Child("article"));
        if (ticket.At("id") is not { } id) return null;
        var isReply = article.Child("internal").IsFalse() && article.At("sender") == "Agent";
        return new TicketNews(
            $"{id}/{article.At("id")}/{ticket.At("updated_at") ?? IdOf(call)}", id, Moment(ticket.At("updated_at"), call),
            isReply ? PlainText.Of(article.At("body"), article.At("content_type")) : null, NameOf(article.Child("created_by")),
            StateOf(ticket.At("state")), Labels(ticket.Child("tags")));
    }

    private static string? NameOf(JsonNode? person) =>
        $"{person.At("firstname")} {person.At("lastname")}".Trim() is { Length: > 0 } name ? name : null;

    private static TicketState? StateOf(string? state) => state switch
    {
        "new" or "open" => TicketState.Open,
        "pending reminder" or "pending close" => TicketState.Waiting,
        "closed" or "merged" => TicketState.Closed,
        _ => null
    };
}
