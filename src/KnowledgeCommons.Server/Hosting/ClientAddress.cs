using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Hosting;

/// <summary>
/// Where a request comes from, for limits only: never stored, never logged. Behind the proxies of Site:Proxies the connection says it; where none are named, a proxy on
/// this very machine is believed what it adds at the end, since nobody else can connect from there.
/// </summary>
internal sealed class ClientAddress(IOptions<SiteOptions> site)
{
    private const int BytesOfHash = 12;
    private readonly bool _proxiesAreKnown = site.Value.Proxies.Length > 0;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public IPAddress Of(HttpContext context)
    {
        var peer = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (!_proxiesAreKnown && IPAddress.IsLoopback(peer) && context.Request.Headers["X-Forwarded-For"] is [.., { } named]
            && IPAddress.TryParse(named.Split(',')[^1].Trim(), out var client)) peer = client;
        return peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer;
    }

    /// <summary>
    /// The network around it (of IPv4 the first 24 bits, of IPv6 56), as a hash whose key dies with this process. Null for this machine itself: a proxy here that does not
    /// say for whom it asks would make one network of everybody.
    /// </summary>
    public string? NetworkOf(HttpContext context)
    {
        var address = Of(context);
        if (IPAddress.IsLoopback(address)) return null;
        var prefix = address.GetAddressBytes().AsSpan(0, address.AddressFamily == AddressFamily.InterNetworkV6 ? 7 : 3);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, prefix, hash);
        return Convert.ToHexStringLower(hash[..BytesOfHash]);
    }
}
