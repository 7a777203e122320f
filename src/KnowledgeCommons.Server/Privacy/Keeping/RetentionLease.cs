using Dapper;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>Of several servers on one database, one ends what was kept long enough; when it stops without a word, another takes over within the hour.</summary>
internal sealed class RetentionLease(Database database, TimeProvider time)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(90);
    private readonly string _owner = Guid.CreateVersion7().ToString();

    /// <summary>Takes it, or keeps it. False while another server has it. A lease that ends impossibly late was taken before a clock was set back.</summary>
    public async Task<bool> HoldAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return await database.WriteAsync(connection => connection.ExecuteAsync(
            """
            INSERT INTO retention_lease (name, owner, until) VALUES ('retention', @owner, @until) ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
            WHERE retention_lease.until NOT BETWEEN @now AND @latest OR retention_lease.owner = excluded.owner
            """, new { owner = _owner, until = now + Length, now, latest = now + (2 * Length) }), cancel) > 0;
    }

    public Task ReleaseAsync(CancellationToken cancel) =>
        database.WriteAsync(connection => connection.ExecuteAsync("DELETE FROM retention_lease WHERE owner = @owner", new { owner = _owner }), cancel);
}
