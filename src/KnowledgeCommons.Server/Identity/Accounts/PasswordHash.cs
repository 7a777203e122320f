using System.Globalization;
using System.Security.Cryptography;

namespace KnowledgeCommons.Server.Identity;

/// <summary>PBKDF2 with HMAC-SHA-512, stored as "pbkdf2-sha512$ROUNDS$SALT$HASH" so that the rounds can grow (OWASP: at least 210,000).</summary>
internal static class PasswordHash
{
    private const string Kind = "pbkdf2-sha512";
    private const int Rounds = 220_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    // Whoever has no account, or no password yet, costs the same work.
    private static readonly string OfNobody = Of(Convert.ToBase64String(RandomNumberGenerator.GetBytes(SaltBytes)));

    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return string.Create(CultureInfo.InvariantCulture, $"{Kind}${Rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Derive(password, salt, Rounds))}");
    }

    /// <summary>Whether the password is the one that was stored; nothing fits null, after the same work.</summary>
    public static bool Fits(string password, string? stored)
    {
        var parts = (stored ?? OfNobody).Split('$');
        if (parts is not [Kind, var rounds, var salt, var hash]) return false;
        var derived = Derive(password, Convert.FromBase64String(salt), int.Parse(rounds, CultureInfo.InvariantCulture));
        return CryptographicOperations.FixedTimeEquals(derived, Convert.FromBase64String(hash)) && stored is not null;
    }

    /// <summary>It was made with fewer rounds than today's.</summary>
    public static bool IsOld(string stored) => !stored.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{Kind}${Rounds}$"), StringComparison.Ordinal);

    private static byte[] Derive(string password, byte[] salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA512, HashBytes);
}
