namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// The id of the reader's last search, so that what they do next is joined to it. Search writes it, answers and cases read it.
/// </summary>
internal static class SearchCookie
{
    public const string Name = "kc-search";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>The last search of this reader; null when there is none or the cookie is not ours.</summary>
    public static string? Of(HttpContext context) => Parse(context.Request.Cookies[OwnCookie.Name(context, Name)]);

    /// <summary>The id in its stored form; null for anything that is not the id of a search.</summary>
    public static string? Parse(string? text) => Guid.TryParseExact(text, "D", out var id) ? id.ToString() : null;

    public static void Keep(HttpContext context, string search) =>
        context.Response.Cookies.Append(OwnCookie.Name(context, Name), search, OwnCookie.Options(context, Lifetime));
}
