using System.Security.Cryptography;
using System.Text;

namespace KnowledgeCommons.Server.Identity;

/// <summary>The secret with which a program may call: sent as "Authorization: Bearer …", in the settings as it is or as its hash.</summary>
internal static class ApiToken
{
    public const string Rule = "must have at least 20 characters, or be sha256: and 64 hexadecimal digits";
    private const string Hashed = "sha256:";
    private const string Scheme = "Bearer ";
    private const int Shortest = 20;

    public static bool IsUsable(string set) =>
        set.StartsWith(Hashed, StringComparison.Ordinal) ? set.Length == Hashed.Length + 64 && set.AsSpan(Hashed.Length).ContainsOnlyHex() : set.Length >= Shortest;

    /// <summary>Whether the request holds the token of the settings, compared in constant time; nothing fits a token that is not set.</summary>
    public static bool Fits(HttpRequest request, string? set)
    {
        var header = request.Headers.Authorization.ToString();
        if (set is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return false;
        var sent = header[Scheme.Length..].Trim();
        return set.StartsWith(Hashed, StringComparison.Ordinal)
            ? SharedSecret.Fits(Hashed + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sent))), set.ToLowerInvariant())
            : SharedSecret.Fits(sent, set);
    }

    private static bool ContainsOnlyHex(this ReadOnlySpan<char> digits)
    {
        foreach (var digit in digits)
            if (!char.IsAsciiHexDigit(digit)) return false;
        return true;
    }
}
