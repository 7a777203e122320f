using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Hosting;

/// <summary>
/// Who is at the other end of the connection. Forwarded headers are believed from the proxies of Site:Proxies only; after that the connection's address is the client's,
/// and the proxy's is known here.
/// </summary>
internal static class Peers
{
    private static readonly object Known = new();

    /// <summary>The address that really connected, proxy or not.</summary>
    public static IPAddress? Peer(this HttpContext context) => context.Items[Known] as IPAddress ?? context.Connection.RemoteIpAddress;

    public static void UsePeers(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            context.Items[Known] = context.Connection.RemoteIpAddress;
            return next(context);
        });
        var proxies = new NetworkList(app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.Proxies);
        if (proxies.Networks.Count == 0) return;
        // However many listed proxies stand in a row; the first one that is not listed is the client.
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All & ~ForwardedHeaders.XForwardedPrefix, ForwardLimit = null };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in proxies.Networks) forwarded.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(forwarded);
    }
}
