using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Health;

/// <summary>An article that somebody had read not long before they contacted us: when last, in which revision, and the day on which that episode began.</summary>
internal sealed record ReadBefore(string Article, string Revision, DateTimeOffset LastAt, long BeganOn)
{
    // As long as a pseudonym lives; an episode cannot have begun before.
    private static readonly TimeSpan Pseudonym = TimeSpan.FromDays(30);

    /// <summary>What one person read within <paramref name="window"/> before an instant, each article once.</summary>
    public static async Task<IReadOnlyList<ReadBefore>> ListAsync(DbConnection connection, IReadOnlyList<string> readers, DateTimeOffset before, TimeSpan window)
    {
        if (readers.Count == 0) return [];
        var rows = await connection.QueryAsync<Row>(
            "SELECT article, revision, day, first_at, last_at FROM reading WHERE reader IN @readers AND last_at >= @since AND first_at <= @before ORDER BY day, first_at",
            new { readers, since = before - window - Pseudonym, before });
        return [.. rows.GroupBy(row => row.Article).Select(same => Newest([.. same], before)).Where(each => each.LastAt >= before - window)];
    }

    private static ReadBefore Newest(List<Row> same, DateTimeOffset before)
    {
        // A row holds the first and the last look of its day; looks after the contact are none before it.
        var newest = same[^1];
        var at = newest.LastAt <= before ? newest.LastAt : newest.FirstAt;
        return new ReadBefore(newest.Article, newest.Revision, at, Episodes.Starts(same.Select(row => row.Day)).Last());
    }

    private sealed record Row
    {
        public string Article { get; init; } = "";
        public string Revision { get; init; } = "";
        public long Day { get; init; }
        public DateTimeOffset FirstAt { get; init; }
        public DateTimeOffset LastAt { get; init; }
    }
}
