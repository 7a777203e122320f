using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace KnowledgeCommons.Server.Identity;

/// <summary>Encrypts the addresses that people give for an answer, with the keys beside the database: whoever has the database alone has none of them.</summary>
internal sealed class Addresses(IDataProtectionProvider protection)
{
    public const string Mark = "sealed:";
    private readonly IDataProtector _addresses = protection.CreateProtector("address");

    [return: NotNullIfNotNull(nameof(given))]
    public SealedAddress? Seal(string? given) => given is null ? null : new SealedAddress(Mark + _addresses.Protect(given));

    /// <summary>The address as it was given; null where there is none, and where the keys are not those it was sealed with: then nobody can be reached by it.</summary>
    public string? Open(SealedAddress? kept)
    {
        if (kept is null || !IsSealed(kept.Stored)) return kept?.Stored;
        try
        {
            return _addresses.Unprotect(kept.Stored[Mark.Length..]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static bool IsSealed(string stored) => stored.StartsWith(Mark, StringComparison.Ordinal);
}
