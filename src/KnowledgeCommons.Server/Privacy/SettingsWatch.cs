using Dapper;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>At the start: writes down which settings are others than at the last one, by name; never what they say.</summary>
internal sealed class SettingsWatch(IConfiguration settings, Database database, AuditBook audit, SiteKey key) : IHostedService
{
    private const string Who = "settings";
    private static readonly string[] Watched = ["Privacy:", "Identity:", "Health:", "Contacts:", "Outbox:", "Promises:", "Mail:", "Channels:", "Rewrites:", "Site:"];

    public Task StartAsync(CancellationToken cancellationToken) => database.WriteAsync(async connection =>
    {
        var before = (await connection.QueryAsync<(string Key, string Hash)>("SELECT key, hash FROM audit_setting")).ToDictionary(row => row.Key, row => row.Hash);
        var now = settings.AsEnumerable().Where(each => each.Value is not null && Watched.Any(section => each.Key.StartsWith(section, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(each => each.Key, each => key.Secret($"setting {each.Key}={each.Value}"));
        var changed = before.Keys.Union(now.Keys).Where(name => before.GetValueOrDefault(name) != now.GetValueOrDefault(name)).Order(StringComparer.Ordinal).ToList();
        if (changed.Count == 0) return;
        // Whatever is set at the very first start is no change.
        if (before.Count > 0) await audit.AddAsync(connection, AuditKind.Settings, Who, about: null, string.Join(", ", changed));
        await connection.ExecuteAsync("DELETE FROM audit_setting");
        await connection.ExecuteAsync("INSERT INTO audit_setting (key, hash) VALUES (@Key, @Value)", now);
    }, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
