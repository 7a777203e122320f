namespace KnowledgeCommons.Server.Identity;

/// <summary>How every cookie of the site is set: first-party, unseen by scripts, only over HTTPS where the request came so, and needed for what it is for.</summary>
internal static class OwnCookie
{
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
