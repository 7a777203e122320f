using Dapper;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>What was measured lately, in memory, so that a promise never waits for the disk. Until the first look the default counts.</summary>
internal sealed class FirstWords(Database database, IOptions<PromiseOptions> options, SiteClock clock)
{
    private const int MostLookedAt = 5000;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(90);
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private volatile FirstWordEstimate _estimate = new([], options.Value.FirstWord);
    private DateTimeOffset _lookedAt = DateTimeOffset.MinValue;

    /// <summary>The working time within which the next word about that topic is promised at that moment.</summary>
    public TimeSpan For(string topic, DateTimeOffset at) => _estimate.Of(topic, BandOf(at));

    /// <summary>Looks again when the last look is five minutes old.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        if (clock.Now - _lookedAt < Fresh) return;
        var rows = await database.ReadAsync(connection => connection.QueryAsync<(string Topic, long OpenedAt, long Work)>(
            """
            SELECT topic, opened_at, first_word_work FROM help_case WHERE first_word_at >= @since ORDER BY first_word_at DESC LIMIT @MostLookedAt
            """, new { since = clock.Now - Lately, MostLookedAt }), cancel);
        _estimate = new FirstWordEstimate([.. rows.Select(Measured)], options.Value.FirstWord);
        _lookedAt = clock.Now;
    }

    private FirstWord Measured((string Topic, long OpenedAt, long Work) row) =>
        new(row.Topic, BandOf(DateTimeOffset.FromUnixTimeMilliseconds(row.OpenedAt)), TimeSpan.FromMilliseconds(row.Work));

    private int BandOf(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, clock.Zone).Hour / FirstWordEstimate.HoursOfBand;
}
