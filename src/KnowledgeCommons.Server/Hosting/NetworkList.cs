using System.Net;

namespace KnowledgeCommons.Server.Hosting;

/// <summary>Addresses and networks named in settings.</summary>
internal sealed class NetworkList(IEnumerable<string> named)
{
    private readonly IPNetwork[] _networks = [.. named.Select(Parse).OfType<IPNetwork>()];

    public IReadOnlyList<IPNetwork> Networks => _networks;

    public bool Contains(IPAddress? address)
    {
        if (address is null) return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return _networks.Any(network => network.Contains(plain));
    }

    /// <summary>"10.0.0.7" or "10.0.0.0/24"; null for anything else.</summary>
    public static IPNetwork? Parse(string text)
    {
        if (IPNetwork.TryParse(text.Trim(), out var network)) return network;
        return IPAddress.TryParse(text.Trim(), out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8) : null;
    }
}
