using KnowledgeCommons.Server.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// A proxy in front of the site says in headers who asks. It is believed only from its own addresses; from anybody else the headers are an attempt to
/// be somebody else, and the request is refused.
/// </summary>
internal sealed class ProxySignIn(IOptions<IdentityOptions> options) : ISignIn
{
    private const int Longest = 256;
    private const int MostGroups = 500;
    private readonly ProxyOptions _proxy = options.Value.Proxy;
    private readonly RoleOptions _roles = options.Value.Roles;
    private readonly NetworkList _addresses = new(options.Value.Proxy.Addresses);

    public bool HasPages => false;

    public string? SignOutUrl => _proxy.SignOutUrl;

    public ValueTask<Arrival> WhoAsync(HttpContext context) => ValueTask.FromResult(Who(context));

    private Arrival Who(HttpContext context)
    {
        var headers = context.Request.Headers;
        var ours = headers.Keys.Where(IsOurs).ToList();
        if (ours.Count == 0) return Arrival.Anonymous;
        if (!_addresses.Contains(context.Peer())) return Refused("outside");
        // Some programs read Remote_User as Remote-User, so a proxy may have let it through: it was not the proxy that wrote it.
        if (ours.Any(name => name.Contains('_'))) return Refused("smuggled");
        if (ours.Any(name => headers[name].Count != 1)) return Refused("doubled");
        return headers[_proxy.UserHeader] is [{ } user] && user.Trim().Length > 0 ? Known(user.Trim(), headers) : Arrival.Anonymous;
    }

    private Arrival Known(string user, IHeaderDictionary headers)
    {
        // Two headers that a proxy in between put together look like one with a comma.
        if (user.Length > Longest || user.Contains(',') || user.Any(char.IsControl)) return Refused("doubled");
        var groups = One(headers[_proxy.GroupsHeader]).Split(_proxy.GroupsSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (groups.Length > MostGroups) return Refused("doubled");
        var name = One(headers[_proxy.NameHeader]).Trim();
        return new Arrival.Known(Visitor.Of(user, name.Length is > 0 and <= Longest ? name : null, _roles, groups));
    }

    private bool IsOurs(string header)
    {
        var name = header.Replace('_', '-');
        return name.Equals(_proxy.UserHeader, StringComparison.OrdinalIgnoreCase)
            || name.Equals(_proxy.GroupsHeader, StringComparison.OrdinalIgnoreCase)
            || name.Equals(_proxy.NameHeader, StringComparison.OrdinalIgnoreCase);
    }

    private static string One(StringValues values) => values is [{ } one] ? one : "";

    private static Arrival.Refused Refused(string why) => new(StatusCodes.Status400BadRequest, why);
}
