using System.Net;
using KnowledgeCommons.Server.Hosting;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// Who may use the desk. In Local mode: only someone at this very machine. A request that came through a proxy is not from this machine,
/// and a foreign host name on a loopback connection is a rebinding trick; both are answered as if there were no desk.
/// </summary>
internal sealed class DeskGuard(IOptions<SiteOptions> site) : IEndpointFilter
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) =>
        MayEnter(invocation.HttpContext) ? next(invocation) : ValueTask.FromResult<object?>(TypedResults.NotFound());

    public bool MayEnter(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !ProxyHeaders.Any(context.Request.Headers.ContainsKey)
        && IsOurName(context.Request.Host.Host);

    private bool IsOurName(string host) =>
        host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
        || (Uri.TryCreate(site.Value.BaseUrl, UriKind.Absolute, out var own) && own.Host.Equals(host, StringComparison.OrdinalIgnoreCase));
}
