using System.Net;

namespace KnowledgeCommons.Server.Identity;

/// <summary>Addresses from which keys and tokens may come.</summary>
internal static class SafeAddress
{
    /// <summary>https, or http on this very machine, where nobody is in between.</summary>
    public static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.UserInfo.Length == 0 && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && IsHere(url)));

    // Not any name that resolves to it: only the address itself cannot be made to lead elsewhere.
    private static bool IsHere(Uri url) => url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
