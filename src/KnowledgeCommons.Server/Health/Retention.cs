using Dapper;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Health;

/// <summary>Drops what is no longer needed: the words of tickets that are attributed, and single readings whose sums are kept.</summary>
internal sealed class Retention(Database database, Readings readings, IOptions<ContactOptions> contacts, IOptions<HealthOptions> health, TimeProvider time)
{
    private const int PerWrite = 2_000;

    public async Task RunAsync(CancellationToken cancel)
    {
        while (await DropWordsAsync(cancel) == PerWrite) { }
        await ForgetReadingsAsync(cancel);
    }

    private Task<int> DropWordsAsync(CancellationToken cancel) => database.WriteAsync(connection => connection.ExecuteAsync(
        """
        UPDATE contact SET subject = NULL, text = NULL WHERE (source, id) IN (
            SELECT source, id FROM contact WHERE (text IS NOT NULL OR subject IS NOT NULL) AND attributed_at < @before ORDER BY at LIMIT @PerWrite)
        """, new { before = time.GetUtcNow() - contacts.Value.KeepText, PerWrite }), cancel);

    private async Task ForgetReadingsAsync(CancellationToken cancel)
    {
        var (first, counted) = await database.ReadAsync(async connection =>
            (await connection.ExecuteScalarAsync<long?>("SELECT MIN(day) FROM reading"), await HealthMark.NumberAsync(connection, HealthMark.ReadingsByDay)), cancel);
        var last = Math.Min(Readings.DayOf(time.GetUtcNow() - health.Value.KeepReadings) - 1, counted ?? -1);
        for (var day = first ?? last + 1; day <= last; day++) await readings.ForgetAsync(day, cancel);
    }
}
