using System.Net;
using System.Net.Sockets;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// How many sign-ins failed lately from each network (of IPv4 the first 24 bits, of IPv6 56), in memory only. Sixty are free, for a whole office behind one address;
/// after that one every two seconds is left.
/// </summary>
internal sealed class NetworkTries(TimeProvider time)
{
    public const int Free = 60;
    private const int MostNetworks = 10_000;
    private static readonly TimeSpan ForgivenAfter = TimeSpan.FromSeconds(2);
    private readonly Lock _door = new();
    private readonly Dictionary<string, DateTimeOffset> _forgivenAt = [];

    /// <summary>Counts one more; false when it has to wait.</summary>
    public bool Take(HttpContext context)
    {
        var (network, now) = (NetworkOf(context.Connection.RemoteIpAddress), time.GetUtcNow());
        lock (_door)
        {
            if (_forgivenAt.Count >= MostNetworks) Forget(now);
            var owed = _forgivenAt.TryGetValue(network, out var at) && at > now && at - now <= ForgivenAfter * Free * 2 ? at - now : TimeSpan.Zero;
            if (owed > ForgivenAfter * (Free - 1)) return false;
            _forgivenAt[network] = now + owed + ForgivenAfter;
            return true;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (network, at) in _forgivenAt)
            if (at <= now) _forgivenAt.Remove(network);
        if (_forgivenAt.Count >= MostNetworks) _forgivenAt.Clear();
    }

    private static string NetworkOf(IPAddress? address)
    {
        var peer = address ?? IPAddress.None;
        if (peer.IsIPv4MappedToIPv6) peer = peer.MapToIPv4();
        return Convert.ToHexString(peer.GetAddressBytes().AsSpan(0, peer.AddressFamily == AddressFamily.InterNetworkV6 ? 7 : 3));
    }
}
