namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Leaves a channel alone that is down: after five attempts in vain it rests for half a minute, then one message probes whether it is back;
/// each probe in vain doubles the rest, up to ten minutes.
/// </summary>
internal static class Breaker
{
    private const int MostFailures = 5;
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(2);

    public static bool IsDown(ChannelRow state) => state.Failures >= MostFailures;

    /// <summary>
    /// How many messages may be tried now, of <paramref name="most"/>: none while it rests, one as a probe. A rest longer than any that we take comes from
    /// a wrong clock that was put right.
    /// </summary>
    public static int MayTry(ChannelRow state, DateTimeOffset now, int most) =>
        state.RestUntil > now && state.RestUntil <= now + LongestAsked ? 0 : IsDown(state) ? 1 : most;

    /// <summary>The state after an attempt. Whoever refuses a message, or asks to be left alone for a while, is there.</summary>
    public static ChannelRow After(ChannelRow before, Delivery outcome, DateTimeOffset now, double chance) => outcome switch
    {
        Delivery.TryLater { After: { } pause } busy => before with { Failures = 0, RestUntil = now + Asked(pause), LastError = busy.Reason },
        Delivery.TryLater away => Failed(before, away.Reason, now, chance),
        Delivery.Refused => before with { Failures = 0, RestUntil = null },
        _ => before with { Failures = 0, RestUntil = null, LastOkAt = now, LastError = null }
    };

    /// <summary>What the other side asked for, within reason: it may have a wrong clock.</summary>
    public static TimeSpan Asked(TimeSpan pause) =>
        pause < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : pause < LongestAsked ? pause : LongestAsked;

    private static ChannelRow Failed(ChannelRow before, string reason, DateTimeOffset now, double chance)
    {
        var failures = before.Failures + 1;
        var after = before with { Failures = failures, LastError = reason };
        // Messages that were under way together fail together: they are one outage, not many.
        if (failures < MostFailures || before.RestUntil > now) return after with { Failures = Math.Min(failures, Math.Max(before.Failures, MostFailures)) };
        var rest = Backoff.After(failures - MostFailures + 1, chance);
        return after with { RestUntil = now + (rest < LongestRest ? rest : LongestRest) };
    }
}
