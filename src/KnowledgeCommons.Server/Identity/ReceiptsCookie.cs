namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// The receipts of the cases that were opened with this browser, so that it can offer the old notes when its person asks again. Only the pages of
/// "Talk to a person" are sent it.
/// </summary>
internal static class ReceiptsCookie
{
    public const string Name = "kc-receipts";
    private const string Path = "/help";
    private const char Between = '.';
    private const int Most = 8;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    /// <summary>Newest first; what is not the token of a case is left out.</summary>
    public static IReadOnlyList<ReceiptToken> Of(HttpContext context) =>
    [
        .. (context.Request.Cookies[OwnCookie.Name(context, Name, Path)] ?? "").Split(Between).Where(ReceiptToken.IsOfCase).Distinct().Take(Most).Select(value => new ReceiptToken(value))
    ];

    public static void Add(HttpContext context, ReceiptToken token) =>
        context.Response.Cookies.Append(
            OwnCookie.Name(context, Name, Path), string.Join(Between, Of(context).Prepend(token).Distinct().Take(Most).Select(each => each.Value)), OwnCookie.Options(context, Lifetime, Path));
}
