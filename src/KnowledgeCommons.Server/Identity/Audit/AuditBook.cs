using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// Who opened personal words, changed a promise, declined a complaint, changed roles or settings. It can be read by day and by what it is about, never by person: it
/// is there for those whose words they are, not to watch those who help.
/// </summary>
internal sealed class AuditBook(Database database, TimeProvider time)
{
    private static readonly TimeSpan OneLook = TimeSpan.FromHours(1);

    /// <summary>Adds it inside a change that is under way: what is not written down does not happen.</summary>
    public Task AddAsync(DbConnection connection, string kind, string who, string? about, string? words = null) => connection.ExecuteAsync(
        "INSERT INTO audit (id, at, kind, who, about, words) VALUES (@id, @now, @kind, @who, @about, @words)",
        new { id = Guid.CreateVersion7(time.GetUtcNow()).ToString(), now = time.GetUtcNow(), kind, who, about, words });

    public Task AddAsync(string kind, string who, string? about, string? words, CancellationToken cancel) =>
        database.WriteAsync(connection => AddAsync(connection, kind, who, about, words), cancel);

    /// <summary>Before the words are shown. Whoever looks again within the hour is written down once.</summary>
    public async Task LookedAsync(string kind, string who, string about, CancellationToken cancel)
    {
        var since = time.GetUtcNow() - OneLook;
        const string before = "SELECT COUNT(*) FROM audit WHERE about = @about AND kind = @kind AND who = @who AND at > @since";
        if (await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(before, new { about, kind, who, since }), cancel) == 0)
            await AddAsync(kind, who, about, words: null, cancel);
    }

    /// <summary>
    /// Before words of several are shown in one list: a line for each of them that this somebody has not opened or been shown before. A list is opened all day and always begins
    /// with the same words, so a second look at it tells nobody anything.
    /// </summary>
    public async Task ListedAsync(string kind, string who, IReadOnlyCollection<string> abouts, CancellationToken cancel)
    {
        const string before = "SELECT about FROM audit WHERE kind IN @kinds AND who = @who AND about IN @abouts";
        if (abouts.Count == 0) return;
        var known = (await database.ReadAsync(connection => connection.QueryAsync<string>(before, new { kinds = (string[])[kind, AuditKind.ReadCase], who, abouts }), cancel)).ToHashSet();
        var added = abouts.Where(about => !known.Contains(about)).ToList();
        if (added.Count == 0) return;
        await database.WriteAsync(async connection =>
        {
            foreach (var about in added) await AddAsync(connection, kind, who, about);
            return added.Count;
        }, cancel);
    }

    /// <summary>Who opened a reader's words since they were written, or was shown their beginning, newest first; for the receipt.</summary>
    public async Task<IReadOnlyList<AuditRow>> LooksAtAsync(string about, IReadOnlyCollection<string> kinds, DateTimeOffset since, CancellationToken cancel) => (await database.ReadAsync(
        connection => connection.QueryAsync<AuditRow>(
            "SELECT at, kind, who, about, words FROM audit WHERE about = @about AND kind IN @kinds AND at >= @since ORDER BY at DESC, id DESC LIMIT 100", new { about, kinds, since }), cancel)).AsList();

    /// <summary>Newest first; cases by their number.</summary>
    public async Task<IReadOnlyList<AuditRow>> AllAsync(int most, CancellationToken cancel) => (await database.ReadAsync(connection => connection.QueryAsync<AuditRow>(
        """
        SELECT audit.at, audit.kind, audit.who, COALESCE('KC-' || help_case.number, 'KC-' || rewrite_case.number, audit.about) AS About, audit.words
        FROM audit LEFT JOIN help_case ON help_case.id = audit.about LEFT JOIN rewrite_case ON rewrite_case.id = audit.about
        ORDER BY audit.at DESC, audit.id DESC LIMIT @most
        """, new { most }), cancel)).AsList();
}
