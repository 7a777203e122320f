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
internal sealed class NewsReaders(Database database, NewsTokens tokens, Addresses addresses, PersonKeys people)
{
    /// <summary>Everybody who left an address with it, once each. From now on the token in their mails is known.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(DbConnection connection, string issue)
    {
        var rows = await connection.QueryAsync<(string Hash, string Stored)>(
            "SELECT contact_hash, MIN(contact) FROM known_issue_affected WHERE issue = @issue AND contact IS NOT NULL AND contact_hash IS NOT NULL GROUP BY contact_hash", new { issue });
        var all = rows.Select(row => (row.Hash, Address: addresses.Open(new SealedAddress(row.Stored)))).Where(row => row.Address is not null)
            .Select(row => (row.Hash, Address: row.Address ?? "")).OrderBy(row => row.Address, StringComparer.Ordinal).ToList();
        await connection.ExecuteAsync(
            "UPDATE known_issue_affected SET leave_hash = @leave WHERE issue = @issue AND contact_hash = @Hash AND contact IS NOT NULL",
            all.Select(each => new { issue, each.Hash, leave = tokens.Of(issue, each.Address).Hash }));
        return [.. all.Select(each => each.Address)];
    }

    /// <summary>Whether that address still wants to hear of it: somebody may have left while a mail waited.</summary>
    public async Task<bool> WantsAsync(DbConnection connection, string issue, string contact) => await connection.ExecuteScalarAsync<long>(
        "SELECT COUNT(*) FROM known_issue_affected WHERE issue = @issue AND contact_hash = @hash AND contact IS NOT NULL", new { issue, hash = people.HashOf(contact) }) > 0;

    /// <summary>Null for a token that was never sent.</summary>
    public async Task<NewsReader?> FindAsync(string token, CancellationToken cancel)
    {
        var row = await database.ReadAsync(connection => connection.QueryFirstOrDefaultAsync<NewsReader>(
            "SELECT issue, contact FROM known_issue_affected WHERE leave_hash = @hash ORDER BY contact DESC", new { hash = ReceiptToken.HashOf(token) }), cancel);
        return row is { Contact: { } stored } ? row with { Contact = addresses.Open(new SealedAddress(stored)) } : row;
    }

    /// <summary>Ends the mails; that it affects them stays. A second time does nothing. False for a token that was never sent.</summary>
    public async Task<bool> LeaveAsync(string token, CancellationToken cancel) => await database.WriteAsync(connection => connection.ExecuteAsync(
        "UPDATE known_issue_affected SET contact = NULL, contact_hash = NULL WHERE leave_hash = @hash", new { hash = ReceiptToken.HashOf(token) }), cancel) > 0;
}
