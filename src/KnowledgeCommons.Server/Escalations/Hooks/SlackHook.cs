using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Slack's Events API: answers in a case's thread. X-Slack-Signature is "v0=" and the hex HMAC-SHA256 over "v0:X-Slack-Request-Timestamp:body".
/// </summary>
internal sealed class SlackHook : TicketHook
{
    public override bool IsGenuine(HookCall call, string secret)
    {
        var timestamp = call.Header("X-Slack-Request-Timestamp");
        return call.IsFresh(timestamp)
            && SharedSecret.Fits(call.Header("X-Slack-Signature"), "v0=" + Convert.ToHexStringLower(Mac(secret, Encoding.UTF8.GetBytes($"v0:{timestamp}:"), call.Body)));
    }

    public override string? Challenge(JsonObject body) => body.At("type") == "url_verification" ? body.At("challenge") : null;

    /// <summary>Only what people write to a reader on purpose: a message in the thread that begins with an exclamation mark.</summary>
    public override TicketNews? Read(JsonObject body, HookCall call)
    {
        var told = body.Child("event");
        if (told.At("type") != "message" || told.At("subtype") is not null || told.At("bot_id") is not null) return null;
        if (told.At("thread_ts") is not { } thread || told.At("text") is not ['!', .. var text]) return null;
        var marks = TypedMarks.Of(Words(text));
        return marks is { Words: "", State: null, Labels: [] }
            ? null
            : new TicketNews(body.At("event_id") ?? IdOf(call), thread, At(told.At("ts"), call), marks.Words, Author: null, marks.State, marks.Labels);
    }

    private static DateTimeOffset At(string? seconds, HookCall call) =>
        decimal.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var unix) && unix * 1000 < call.Now.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(unix * 1000))
            : call.Now;

    private static string Words(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
}
