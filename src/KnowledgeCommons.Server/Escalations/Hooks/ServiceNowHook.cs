using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// ServiceNow signs nothing: a business rule sends the shared secret in X-Knowledge-Commons-Secret, and the update's own id in the body, so that a call
/// sent again is known.
/// </summary>
internal sealed class ServiceNowHook : TicketHook
{
    public override bool IsGenuine(HookCall call, string secret) => SharedSecret.Fits(call.Header("X-Knowledge-Commons-Secret"), secret);

    public override TicketNews? Read(JsonObject body, HookCall call) => CaseNews.Read(body, body.At("id") ?? IdOf(call), Moment(body.At("at"), call));
}
