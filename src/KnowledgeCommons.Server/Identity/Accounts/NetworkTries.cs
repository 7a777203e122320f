using System.Net.Sockets;
using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// How many sign-ins failed lately from each network (of IPv4 the first 24 bits, of IPv6 56), in memory only. Sixty are free, for a whole office behind one address;
/// after that one every two seconds is left.
/// </summary>
internal sealed class NetworkTries(ClientAddress clients, TimeProvider time)
{
    public const int Free = 60;
    private readonly NumberedTries _tries = new(time, Free, mostAtOnce: 2 * Free);

    /// <summary>Counts one more; false when it has to wait.</summary>
    public bool Take(HttpContext context) => _tries.Take(NetworkOf(context));

    private string NetworkOf(HttpContext context)
    {
        var client = clients.Of(context);
        return Convert.ToHexString(client.GetAddressBytes().AsSpan(0, client.AddressFamily == AddressFamily.InterNetworkV6 ? 7 : 3));
    }
}
