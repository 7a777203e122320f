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
    private readonly NumberedTries _tries = new(time, Free, mostAtOnce: 2 * Free);

    /// <summary>Counts one more; false when it has to wait.</summary>
    public bool Take(HttpContext context) => _tries.Take(NetworkOf(context.Connection.RemoteIpAddress));

    private static string NetworkOf(IPAddress? address)
    {
        var peer = address ?? IPAddress.None;
        if (peer.IsIPv4MappedToIPv6) peer = peer.MapToIPv4();
        return Convert.ToHexString(peer.GetAddressBytes().AsSpan(0, peer.AddressFamily == AddressFamily.InterNetworkV6 ? 7 : 3));
    }
}
