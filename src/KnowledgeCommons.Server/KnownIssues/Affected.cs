using Dapper;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.KnownIssues;

/// <summary>What a reader said about a known issue: since when it affects them, and where they are told of changes (null: nowhere).</summary>
public sealed record AffectedRow
{
    public DateTimeOffset At { get; init; }
    public string? Contact { get; init; }
}

/// <summary>Who said "this affects me too": each reader once.</summary>
internal sealed class Affected(Database database, Addresses addresses, PersonKeys people, TimeProvider time)
{
    /// <summary>Counts a reader once; a contact takes the place of an earlier one, and none leaves it as it was.</summary>
    public Task AddAsync(string issue, Reader reader, string? contact, CancellationToken cancel) => database.WriteAsync(connection => connection.ExecuteAsync(
        """
        INSERT INTO known_issue_affected (issue, reader, at, contact, contact_hash) VALUES (@issue, @Key, @now, @given, @hash)
        ON CONFLICT (issue, reader) DO UPDATE SET contact = COALESCE(excluded.contact, known_issue_affected.contact),
            contact_hash = COALESCE(excluded.contact_hash, known_issue_affected.contact_hash)
        """, new { issue, reader.Key, now = time.GetUtcNow(), given = addresses.Seal(contact), hash = contact is null ? null : people.HashOf(contact) }), cancel);

    /// <summary>Takes back all that the reader said about it.</summary>
    public Task RemoveAsync(string issue, Reader reader, CancellationToken cancel) => database.WriteAsync(connection => connection.ExecuteAsync(
        "DELETE FROM known_issue_affected WHERE issue = @issue AND reader = @Key", new { issue, reader.Key }), cancel);

    /// <summary>Null when the reader said nothing.</summary>
    public async Task<AffectedRow?> OfAsync(string issue, Reader reader, CancellationToken cancel)
    {
        var row = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<AffectedRow>(
            "SELECT at, contact FROM known_issue_affected WHERE issue = @issue AND reader = @Key", new { issue, reader.Key }), cancel);
        return row is null ? null : row with { Contact = addresses.Open(row.Contact is { } stored ? new SealedAddress(stored) : null) };
    }

    /// <summary>How many readers each known issue affects; those without any are missing.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountsAsync(CancellationToken cancel) => (await database.ReadAsync(connection =>
        connection.QueryAsync<(string Issue, long People)>("SELECT issue, COUNT(*) FROM known_issue_affected GROUP BY issue"), cancel)).ToDictionary(each => each.Issue, each => each.People);
}
