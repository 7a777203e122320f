using System.Security.Cryptography;
using System.Text;

namespace KnowledgeCommons.Server.Identity;

/// <summary>A secret or signature that a program sent, beside the one that was expected.</summary>
internal static class SharedSecret
{
    /// <summary>Compared in constant time; what was not sent fits nothing.</summary>
    public static bool Fits(string? sent, string expected) =>
        !string.IsNullOrEmpty(sent) && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(sent)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
