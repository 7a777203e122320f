using System.Globalization;
using Dapper;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>Of several servers on one database, one does the work of Health; when it stops without a word, another takes over after five minutes.</summary>
internal sealed class HealthLease(Database database, TimeProvider time)
{
    private const string Name = "lease";
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(5);
    private readonly string _owner = Guid.CreateVersion7().ToString();

    /// <summary>Takes it, or keeps it. False while another server has it. A lease that ends impossibly late was taken before a clock was set back.</summary>
    public async Task<bool> HoldAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return await database.WriteAsync(connection => connection.ExecuteAsync(
            """
            INSERT INTO health_mark (name, value) VALUES (@Name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value
            WHERE health_mark.value < @now OR health_mark.value > @latest OR health_mark.value LIKE @mine
            """,
            new { Name, value = $"{Milliseconds(now + Length)} {_owner}", now = Milliseconds(now), latest = Milliseconds(now + (2 * Length)), mine = "% " + _owner }), cancel) > 0;
    }

    public Task ReleaseAsync(CancellationToken cancel) => database.WriteAsync(connection => connection.ExecuteAsync(
        "DELETE FROM health_mark WHERE name = @Name AND value LIKE @mine", new { Name, mine = "% " + _owner }), cancel);

    // Thirteen digits until the year 2286: they compare as text.
    private static string Milliseconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString("D13", CultureInfo.InvariantCulture);
}
