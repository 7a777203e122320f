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
    private const int MostAddresses = 10_000;

    // Guesses that were under way together are counted when they end.
    private const int MostAtOnce = 10 * Free;
    private static readonly TimeSpan ForgivenAfter = TimeSpan.FromSeconds(2);
    private readonly Lock _door = new();

    // When all guesses of an address will be forgiven: each adds its part.
    private readonly Dictionary<string, DateTimeOffset> _forgivenAt = [];

    public bool AreTooMany(HttpContext context)
    {
        lock (_door)
            return ForgivenIn(AddressOf(context), time.GetUtcNow()) > ForgivenAfter * (Free - 1);
    }

    public void Count(HttpContext context)
    {
        var now = time.GetUtcNow();
        lock (_door)
        {
            if (_forgivenAt.Count >= MostAddresses) Forget(now);
            var address = AddressOf(context);
            _forgivenAt[address] = now + ForgivenIn(address, now) + ForgivenAfter;
        }
    }

    // More than can add up comes from a wrong clock that was put right: nobody stays locked out for that.
    private TimeSpan ForgivenIn(string address, DateTimeOffset now) =>
        _forgivenAt.TryGetValue(address, out var at) && at > now && at - now <= ForgivenAfter * MostAtOnce ? at - now : TimeSpan.Zero;

    private void Forget(DateTimeOffset now)
    {
        foreach (var (address, at) in _forgivenAt)
            if (at <= now) _forgivenAt.Remove(address);
        if (_forgivenAt.Count >= MostAddresses) _forgivenAt.Clear();
    }

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
