using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Identity;

/// <summary>People sign in on pages of this site, or by its way to a provider, and have a session then.</summary>
internal sealed class SessionSignIn(Sessions sessions, IOptions<IdentityOptions> options) : ISignIn
{
    public bool HasPages => true;

    public string? SignOutUrl => null;

    public async ValueTask<Arrival> WhoAsync(HttpContext context) =>
        await sessions.FindAsync(context, context.RequestAborted) is { } session
            ? new Arrival.Known(Visitor.Of(session.Login ?? session.Account, session.Name, options.Value.Roles, session.Groups))
            : Arrival.Anonymous;
}
