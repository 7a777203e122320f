namespace KnowledgeCommons.Server.Identity;

/// <summary>How every cookie of the site is set: first-party, unseen by scripts, only over HTTPS where the request came so, and needed for what it is for.</summary>
internal static class OwnCookie
{
    /// <summary>
    /// What it is called here. Over https the browser itself makes sure by the name that no neighbouring host has set it (__Host-) or, where it belongs to some pages only, that
    /// it came over https (__Secure-).
    /// </summary>
    public static string Name(HttpContext context, string name, string path = "/") =>
        !context.Request.IsHttps ? name : path == "/" ? "__Host-" + name : "__Secure-" + name;

    public static CookieOptions Options(HttpContext context, TimeSpan? lifetime, string path = "/", SameSiteMode sameSite = SameSiteMode.Lax) => new()
    {
        Path = path,
        HttpOnly = true,
        SameSite = sameSite,
        Secure = context.Request.IsHttps,
        MaxAge = lifetime,
        IsEssential = true
    };
}
