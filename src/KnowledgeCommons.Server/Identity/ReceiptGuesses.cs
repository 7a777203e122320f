using System.Net;
using System.Net.Sockets;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// How often each network address asked for receipts that are not there. Thirty may be typing errors and old bookmarks; after that one every
/// two seconds is left. Addresses that have not guessed lately are forgotten.
/// </summary>
internal sealed class ReceiptGuesses(TimeProvider time)
{
    public const int Free = 30;

    // Guesses that were under way together are counted when they end.
    private const int MostAtOnce = 10 * Free;
    private readonly NumberedTries _tries = new(time, Free, MostAtOnce);

    public bool AreTooMany(HttpContext context) => _tries.AreTooMany(AddressOf(context));

    public void Count(HttpContext context) => _tries.Count(AddressOf(context));

    // Behind a proxy on this machine, the address it adds at the end. Of IPv6, the network: one household has billions of addresses.
    private static string AddressOf(HttpContext context)
    {
        var peer = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (IPAddress.IsLoopback(peer) && context.Request.Headers["X-Forwarded-For"] is [.., { } named]
            && IPAddress.TryParse(named.Split(',')[^1].Trim(), out var client)) peer = client;
        if (peer.IsIPv4MappedToIPv6) peer = peer.MapToIPv4();
        return peer.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(peer.GetAddressBytes().AsSpan(0, 8)) : peer.ToString();
    }
}
