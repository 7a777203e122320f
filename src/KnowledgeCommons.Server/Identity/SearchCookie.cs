namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// The id of the reader's last search, so that what they do next is joined to it. Search writes it, answers and cases read it.
/// </summary>
internal static class SearchCookie
{
    public const string Name = "kc-search";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(4);

    /// <summary>The id of the reader's last search; null when there was none lately or the cookie is not ours.</summary>
    public static string? Of(HttpContext context) => context.Request.Cookies[Name] is { } sent && IsId(sent) ? sent : null;

    public static bool IsId(string? text) => Guid.TryParseExact(text, "D", out _);

    public static void Set(HttpContext context, string search) =>
        context.Response.Cookies.Append(Name, search, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = Lifetime,
            IsEssential = true
        });
}
