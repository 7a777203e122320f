namespace KnowledgeCommons.Server.Identity;

/// <summary>Addresses from which keys and tokens may come.</summary>
internal static class SafeAddress
{
    /// <summary>https, or http on this very machine, where nobody is in between.</summary>
    public static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.UserInfo.Length == 0 && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && DeskGuard.IsThisMachine(url.Host)));
}
