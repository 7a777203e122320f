namespace KnowledgeCommons.Server.Identity;

/// <summary>One way to sign in (Identity:Mode): what tells it, in a request, who asks.</summary>
internal interface ISignIn
{
    /// <summary>The site has pages of its own to sign in and out; otherwise that happens in front of it.</summary>
    bool HasPages { get; }

    /// <summary>Where people sign out when the site has no page for it; null: nowhere.</summary>
    string? SignOutUrl { get; }

    ValueTask<Arrival> WhoAsync(HttpContext context);
}
