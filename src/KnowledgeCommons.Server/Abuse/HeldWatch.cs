using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Abuse;

/// <summary>Every ten minutes: tells the desk of what has waited for more than a day. What nobody looks at ends by the inventory of what is kept.</summary>
internal sealed class HeldWatch(HeldPosts posts, Alarms alarms, Texts texts, ILogger<HeldWatch> log, TimeProvider time) : RepeatingWork(log, time)
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
        var waiting = await posts.CountAsync(Time.GetUtcNow() - Long, cancel);
        alarms.Replace("held", waiting == 0 ? [] : [texts.Count("abuse.waiting", waiting)]);
    }
}
