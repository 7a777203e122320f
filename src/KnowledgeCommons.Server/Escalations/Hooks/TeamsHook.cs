using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// An outgoing webhook of Microsoft Teams: somebody mentions it in a channel, with the number of a case. Authorization is "HMAC " and the base64 of an
/// HMAC-SHA256 of the body, under the security token that Teams has shown (base64). Teams waits five seconds for a message to show below.
/// </summary>
internal sealed partial class TeamsHook : TicketHook
{
    private const int FewestBytes = 16;

    public static bool IsToken(string secret) => KeyOf(secret).Length >= FewestBytes;

    public override bool IsGenuine(HookCall call, string secret) =>
        SharedSecret.Fits(call.Header("Authorization"), "HMAC " + Convert.ToBase64String(Mac(KeyOf(secret), call.Body)));

    public override TicketNews? Read(JsonObject body, HookCall call)
    {
        // The name that was mentioned comes first; what counts begins with the case's number.
        if (body.At("type") != "message" || PlainText.Of(body.At("text"), System.Net.Mime.MediaTypeNames.Text.Html) is not { } text) return null;
        if (Number().Match(text) is not { Success: true } said) return null;
        var marks = TypedMarks.Of(said.Groups[2].Value);
        var id = body.At("id") is { } message ? $"{body.At("conversation", "id")}/{message}" : IdOf(call);
        return marks is { Words: "", State: null, Labels: [] } ? null : new TicketNews(
            id, "KC-" + said.Groups[1].Value, Moment(body.At("timestamp"), call), marks.Words, body.At("from", "name"), marks.State, marks.Labels);
    }

    public override IResult Answer(TicketNews? news, bool isOurs, Texts texts) => TypedResults.Json(new
    {
        type = "message",
        text = news is null ? texts["hook.teams.how"] : texts.With(isOurs ? "hook.teams.taken" : "hook.teams.unknown", ("number", news.Ticket))
    });

    private static byte[] KeyOf(string secret)
    {
        var bytes = new byte[secret.Length];
        return Convert.TryFromBase64String(secret, bytes, out var length) ? bytes[..length] : [];
    }

    [GeneratedRegex(@"\bKC-([1-9][0-9]{0,17})\b[\s:,]*(.*)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Number();
}
