using Dapper;

namespace KnowledgeCommons.Server.Storage;

/// <summary>Whether what the database holds is made up. Read once at the start, after the tables are there; every page says so.</summary>
internal sealed class DemoMark(Database database, TimeProvider time) : IHostedService
{
    public bool IsDemo { get; private set; }

    /// <summary>Marks the database before the first made-up row is in it.</summary>
    public async Task BeginAsync(int seed, CancellationToken cancel)
    {
        await database.WriteAsync(connection => connection.ExecuteAsync(
            "INSERT INTO demo (seed, begun_at) VALUES (@seed, @now)", new { seed = (long)seed, now = time.GetUtcNow() }), cancel);
        IsDemo = true;
    }

    public Task FinishAsync(CancellationToken cancel) => database.WriteAsync(connection =>
        connection.ExecuteAsync("UPDATE demo SET finished_at = @now", new { now = time.GetUtcNow() }), cancel);

    public async Task StartAsync(CancellationToken cancellationToken) =>
        IsDemo = await database.ReadAsync(connection => connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM demo)"), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
