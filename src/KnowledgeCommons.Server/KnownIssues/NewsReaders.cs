using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.KnownIssues;

/// <summary>What a token from a mail about a known issue leads to: <see cref="Contact"/> is null when no more mails go there.</summary>
public sealed record NewsReader
{
    public string Issue { get; init; } = "";
    public string? Contact { get; init; }
}

/// <summary>Who gets mails about known issues, and wants no more.</summary>
internal sealed class NewsReaders(Database database, NewsTokens tokens)
{
    /// <summary>Everybody who left an address with it, once each. From now on the token in their mails is known.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(DbConnection connection, string issue)
    {
        var all = (await connection.QueryAsync<string>(
            "SELECT DISTINCT contact FROM known_issue_affected WHERE issue = @issue AND contact IS NOT NULL ORDER BY contact", new { issue })).AsList();
        await connection.ExecuteAsync(
            "UPDATE known_issue_affected SET leave_hash = @hash WHERE issue = @issue AND contact = @contact",
            all.Select(contact => new { issue, contact, hash = tokens.Of(issue, contact).Hash }));
        return all;
    }

    /// <summary>Whether that address still wants to hear of it: somebody may have left while a mail waited.</summary>
    public static async Task<bool> WantsAsync(DbConnection connection, string issue, string contact) => await connection.ExecuteScalarAsync<long>(
        "SELECT COUNT(*) FROM known_issue_affected WHERE issue = @issue AND contact = @contact", new { issue, contact }) > 0;

    /// <summary>Null for a token that was never sent.</summary>
    public Task<NewsReader?> FindAsync(string token, CancellationToken cancel) => database.ReadAsync(connection =>
        connection.QueryFirstOrDefaultAsync<NewsReader>(
            "SELECT issue, contact FROM known_issue_affected WHERE leave_hash = @hash ORDER BY contact DESC", new { hash = ReceiptToken.HashOf(token) }), cancel);

    /// <summary>Ends the mails; that it affects them stays. A second time does nothing. False for a token that was never sent.</summary>
    public async Task<bool> LeaveAsync(string token, CancellationToken cancel) => await database.WriteAsync(connection => connection.ExecuteAsync(
        "UPDATE known_issue_affected SET contact = NULL WHERE leave_hash = @hash", new { hash = ReceiptToken.HashOf(token) }), cancel) > 0;
}
