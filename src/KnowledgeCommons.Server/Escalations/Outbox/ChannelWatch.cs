using Dapper;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Raises the alarm when nothing got through a channel for longer than a day, though its daily check should have.</summary>
internal sealed class ChannelWatch(
    Database database, Outbox outbox, DailyCheck check, IEnumerable<IChannel> channels, Alarms alarms, Texts texts, SiteClock clock,
    TimeProvider time, ILogger<ChannelWatch> log)
    : RepeatingWork(log, time)
{
    private static readonly TimeSpan Silence = TimeSpan.FromHours(26);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly DateTimeOffset _since = time.GetUtcNow();

    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        await outbox.GiveUpOrphansAsync(cancel);
        alarms.Replace(nameof(ChannelWatch), await SilentAsync(cancel));
        await Task.Delay(Pause, Time, cancel);
    }

    private async Task<IReadOnlyList<string>> SilentAsync(CancellationToken cancel)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<ChannelRow>("SELECT * FROM channel_state"), cancel);
        var states = rows.ToDictionary(row => row.Channel);
        return [.. from channel in channels
                   where check.AddressesOf(channel).Count > 0
                   let state = states.GetValueOrDefault(channel.Name)
                   let last = state?.LastOkAt ?? state?.Since ?? _since
                   where clock.Now - last > Silence
                   select texts.With("check.silent", ("channel", channel.Name), ("when", clock.InWords(last)))];
    }
}
