using System.Data.Common;
using Dapper;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Which earlier case a new one repeats: one about the same article, opened within the last seven days, by the same browser or (the desk alone
/// hears of it, because anybody can type an address) with the same address. Whoever reads that address's mails is asked there.
/// </summary>
internal sealed class RepeatRule(CaseTokens keys, SiteClock clock)
{
    public const string ByDevice = "device";
    public const string ByAddress = "address";
    public const string ByMail = "mail";
    private static readonly TimeSpan Window = TimeSpan.FromDays(7);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    /// <summary>
    /// Among the cases that the browser is known by. From our page only those count that the reader leaves in; a program sees no page and has not
    /// taken any away.
    /// </summary>
    public static CaseRow? Known(HelpForm form, HelpContext context, Article? article, DateTimeOffset now) => article is null ? null : context.Cases.FirstOrDefault(past =>
        past.Article == article.Slug.Value && past.OpenedAt >= now - Window && (form.Form.Length == 0 || form.Earlier.Contains(past.Id)));

    /// <summary>The keyed hash that is stored of an address; null when none was given.</summary>
    public string? HashOf(string? contact) => contact is null ? null : keys.HashOfAddress(Normal(contact));

    public async Task<CaseRow> ApplyAsync(DbConnection connection, CaseRow opened, HelpRequest request)
    {
        var (earlier, by) = request.Repeats is { } known ? (known, ByDevice) : (await ByContactAsync(connection, opened, request), ByAddress);
        return earlier is null ? opened : opened with { RepeatOf = earlier.Id, Person = earlier.Person ?? earlier.Reader, KnownBy = by };
    }

    /// <summary>
    /// With the earlier case, if there is one, that the mail to the given address asks about: of the last 180 days, about the same article or, where
    /// one of them is about none, whatever it was about. Nobody else is told that there is one.
    /// </summary>
    public async Task<CaseRow> OfferAsync(DbConnection connection, CaseRow opened, HelpRequest request)
    {
        if (request.Repeats is not null || opened.Reach != HelpChoices.Email || opened.ContactHash is null) return opened;
        var earlier = opened.RepeatOf ?? await connection.ExecuteScalarAsync<string?>(
            """
            SELECT id FROM help_case
            WHERE contact_hash = @ContactHash AND opened_at >= @since AND id NOT IN @shown
                AND (article IS NULL OR CAST(@Article AS TEXT) IS NULL OR article = @Article)
            ORDER BY opened_at DESC LIMIT 1
            """, new { opened.ContactHash, opened.Article, since = clock.Now - Remembered, shown = request.Shown });
        return earlier is null ? opened : opened with { SameAs = earlier, SameHash = keys.SameAgain(opened.Id).Hash };
    }

    // What the reader was shown and took away is not brought back by their address.
    private Task<CaseRow?> ByContactAsync(DbConnection connection, CaseRow opened, HelpRequest request) => connection.QueryFirstOrDefaultAsync<CaseRow>(
        """
        SELECT * FROM help_case
        WHERE contact_hash = @ContactHash AND article = @Article AND opened_at >= @since AND id NOT IN @shown
        ORDER BY opened_at DESC LIMIT 1
        """, new { opened.ContactHash, opened.Article, since = clock.Now - Window, shown = request.Shown });

    // Numbers are written in many ways, addresses in capitals or not.
    private static string Normal(string contact) => ContactAddress.IsEmail(contact)
        ? contact.ToUpperInvariant()
        : PhoneLink.Of(contact) is { Length: > 0 } number ? number : contact.ToUpperInvariant();
}
