using System.Security.Cryptography;
using System.Text;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Signatures of Standard Webhooks 1.0 (github.com/standard-webhooks): HMAC-SHA256 over "id.timestamp.body", in base64 after "v1,". Keys are
/// "whsec_" and 24 to 64 bytes in base64.
/// </summary>
internal static class StandardSignature
{
    private const string Prefix = "whsec_";
    private const int FewestBytes = 24;
    private const int MostBytes = 64;

    public static bool IsKey(string secret) => KeyOf(secret) is { Length: >= FewestBytes and <= MostBytes };

    /// <summary>For a key that <see cref="IsKey"/>.</summary>
    public static string Of(string secret, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret) ?? [], signed));
    }

    private static byte[]? KeyOf(string secret)
    {
        var bytes = new byte[secret.Length];
        return secret.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(secret[Prefix.Length..], bytes, out var length)
            ? bytes[..length]
            : null;
    }
}
