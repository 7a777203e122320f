namespace KnowledgeCommons.Tests;

/// <summary>
/// A clock that runs <paramref name="speed"/> times as fast as the machine's, counted from the year 2000, so that two processes with the same speed
/// agree on the time, as before and after a restart.
/// </summary>
internal sealed class FastClock(double speed) : TimeProvider
{
    private static readonly DateTimeOffset Origin = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => (long)(System.TimestampFrequency / speed);

    public override DateTimeOffset GetUtcNow() => Origin + ((System.GetUtcNow() - Origin) * speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Real(dueTime), Real(period));

    private TimeSpan Real(TimeSpan simulated) => simulated <= TimeSpan.Zero ? simulated : simulated / speed;
}
