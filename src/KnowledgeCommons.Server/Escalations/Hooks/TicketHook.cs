using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>How one kind of system calls us: how its calls are known to be its own, and what they say.</summary>
internal abstract class TicketHook
{
    /// <summary>Whether the call was signed with the secret, compared in constant time, and, where the signature covers a moment, just now.</summary>
    public abstract bool IsGenuine(HookCall call, string secret);

    /// <summary>What a genuine call says; null when it is about nothing that matters here.</summary>
    public abstract TicketNews? Read(JsonObject body, HookCall call);

    /// <summary>What the system wants to hear back when it only asks whether we are there.</summary>
    public virtual string? Challenge(JsonObject body) => null;

    /// <summary>What the system hears back; <paramref name="news"/> is null for a call about nothing that matters, and not ours when we know of no such ticket.</summary>
    public virtual IResult Answer(TicketNews? news, bool isOurs, Texts texts) => news is null || isOurs ? TypedResults.NoContent() : TypedResults.NotFound();

    protected static byte[] Mac(string secret, params ReadOnlySpan<byte[]> parts) => Mac(Encoding.UTF8.GetBytes(secret), parts);

    protected static byte[] Mac(byte[] key, params ReadOnlySpan<byte[]> parts)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts) mac.AppendData(part);
        return mac.GetHashAndReset();
    }

    /// <summary>An id for a call whose signature covers none: the same bytes are the same event.</summary>
    protected static string IdOf(HookCall call) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(call.Body));

    /// <summary>A moment in ISO 8601; now when there is none or it lies ahead, so that a wrong clock there does not shut out what comes later.</summary>
    protected static DateTimeOffset Moment(string? text, HookCall call) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at < call.Now ? at : call.Now;

    protected static IReadOnlyList<string> Labels(JsonNode? node) => node switch
    {
        JsonArray list => [.. list.Select(label => label.At()).OfType<string>()],
        JsonValue => [.. (node.At() ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)],
        _ => []
    };
}
