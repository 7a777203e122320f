using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Abuse;

/// <summary>Every ten minutes: tells the desk of what has waited for more than a day, and forgets what nobody looked at for as long as Abuse:KeepHeld.</summary>
internal sealed class HeldWatch(HeldPosts posts, Alarms alarms, Texts texts, IOptions<AbuseOptions> options, ILogger<HeldWatch> log, TimeProvider time) : RepeatingWork(log, time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Long = TimeSpan.FromDays(1);

    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        await LookAsync(cancel);
        await Task.Delay(Pause, Time, cancel);
    }

    public async Task LookAsync(CancellationToken cancel)
    {
        var now = Time.GetUtcNow();
        await posts.RemoveOlderAsync(now - options.Value.KeepHeld, cancel);
        var waiting = await posts.CountAsync(now - Long, cancel);
        alarms.Replace("held", waiting == 0 ? [] : [texts.Count("abuse.waiting", waiting)]);
    }
}
