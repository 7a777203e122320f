using System.Globalization;
using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Jira's webhooks comment_created and jira:issue_updated. X-Hub-Signature is "sha256=" and the hex HMAC-SHA256 of the body. The delivery's id
/// stands in a header that is not signed, so the body itself is the id.
/// </summary>
internal sealed class JiraHook : TicketHook
{
    public override bool IsGenuine(HookCall call, string secret) =>
        SharedSecret.Fits(call.Header("X-Hub-Signature"), "sha256=" + Convert.ToHexStringLower(Mac(secret, call.Body)));

    public override TicketNews? Read(JsonObject body, HookCall call)
    {
        var (issue, comment, what) = (body.Child("issue"), body.Child("comment"), body.At("webhookEvent"));
        if (issue.At("key") is not { } ticket) return null;
        var isComment = what == "comment_created" && !comment.Child("jsdPublic").IsFalse();
        var isChange = what == "jira:issue_updated" && HasNewStatus(body);
        return !isComment && !isChange ? null : new TicketNews(
            isComment && comment.At("id") is { } id ? $"comment:{id}" : IdOf(call), ticket, At(body, call),
            isComment ? comment.At("body") : null, isComment ? comment.At("author", "displayName") : body.At("user", "displayName"),
            isChange ? StateOf(issue.Child("fields").Child("status")) : null, Labels(issue.Child("fields").Child("labels")));
    }

    private static bool HasNewStatus(JsonObject body) =>
        (body.Child("changelog").Child("items") as JsonArray)?.Any(item => item.At("field") == "status") == true;

    private static DateTimeOffset At(JsonObject body, HookCall call) =>
        long.TryParse(body.At("timestamp"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds < call.Now.ToUnixTimeMilliseconds()
                ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
                : call.Now;

    private static TicketState? StateOf(JsonNode? status) => status.At("statusCategory", "key") switch
    {
        "done" => TicketState.Closed,
        null => null,
        _ => status.At("name")?.Contains("waiting for customer", StringComparison.OrdinalIgnoreCase) == true ? TicketState.Waiting : TicketState.Open
    };
}
