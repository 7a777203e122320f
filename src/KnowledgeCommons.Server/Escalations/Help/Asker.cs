using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Who asks, as far as their browser tells: the pseudonym, the receipts it holds, and the platform it runs on (null: it does not say).</summary>
internal sealed record Asker(Reader Reader, IReadOnlyList<ReceiptToken> Receipts, string? Platform)
{
    public static Asker Of(HttpContext http) => new(ReaderCookie.Of(http), ReceiptsCookie.Of(http), PlatformOf(http.Request.Headers.UserAgent.ToString()));

    // The keys that articles use in applies_to, and what browsers call themselves there. An iPad that claims to be a Mac cannot be told from one.
    private static readonly (string Name, string Platform)[] Names =
        [("Windows NT", "windows"), ("iPhone", "ios"), ("iPad", "ios"), ("Android", "android"), ("CrOS", "chromeos"), ("Macintosh", "macos"), ("Linux", "linux")];

    private static string? PlatformOf(string browser) =>
        Names.FirstOrDefault(each => browser.Contains(each.Name, StringComparison.Ordinal)).Platform;
}
