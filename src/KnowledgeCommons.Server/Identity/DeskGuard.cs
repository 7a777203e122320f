using System.Net;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// Who may use the desk: whoever has a role that the page is marked with (<see cref="AdmittedRoles"/>), and for a page that is not marked, administrators. Where nobody
/// signs in: only someone at this very machine, for everything. A request that came through a proxy is not from this machine
/// (nginx passes on HTTP/1.0 and no header unless told otherwise), and a foreign host name on a loopback connection is a rebinding trick;
/// all are answered as if there were no desk.
/// </summary>
internal sealed class DeskGuard : IEndpointFilter
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-For", "X-Original-Host", "X-Original-Proto", "X-Real-IP", "Via"];

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) =>
        Admitted(invocation.HttpContext).Admit(invocation.HttpContext.Visitor()) ? next(invocation) : ValueTask.FromResult<object?>(TypedResults.NotFound());

    private static AdmittedRoles Admitted(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<AdmittedRoles>() ?? new AdmittedRoles(Role.Administrator);

    public static bool IsAtThisMachine(HttpContext context) =>
        context.Request.Protocol != HttpProtocol.Http10
        && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !ProxyHeaders.Any(context.Request.Headers.ContainsKey)
        && IsThisMachine(context.Request.Host.Host);

    /// <summary>Whether a host in an address is this machine. Not any name that resolves to it: only the address itself cannot be made to lead elsewhere.</summary>
    public static bool IsThisMachine(string host) =>
        host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
