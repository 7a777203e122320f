using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Standard Webhooks 1.0, for programs of the company's own: {"type":"case.update","timestamp":…,"data":{"case","words","author","state":
/// "open"|"waiting"|"closed","labels":[]}}.
/// </summary>
internal sealed class StandardHook : TicketHook
{
    public override bool IsGenuine(HookCall call, string secret)
    {
        var (id, timestamp) = (call.Header("webhook-id"), call.Header("webhook-timestamp"));
        if (id.Length == 0 || !call.IsFresh(timestamp)) return false;
        var expected = StandardSignature.Of(secret, id, long.Parse(timestamp, CultureInfo.InvariantCulture), call.Body);
        return call.Header("webhook-signature").Split(' ').Aggregate(false, (found, one) => SharedSecret.Fits(one, expected) | found);
    }

    public override TicketNews? Read(JsonObject body, HookCall call) => CaseNews.Read(body.Child("data"), call.Header("webhook-id"), Moment(body.At("timestamp"), call));
}
