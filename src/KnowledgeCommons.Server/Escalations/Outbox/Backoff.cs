namespace KnowledgeCommons.Server.Escalations;

/// <summary>How long to wait after a failed attempt: twice as long each time, up to two hours, and never quite in step with others.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);
    private const int MostDoublings = 16;

    /// <summary>No pause is longer.</summary>
    public static TimeSpan LongestEver => Longest * 1.25;

    /// <summary><paramref name="attempts"/> counts from 1; <paramref name="chance"/> is from 0 to 1 and spreads the pause over 75 to 125 %.</summary>
    public static TimeSpan After(long attempts, double chance)
    {
        var doublings = Math.Clamp(attempts - 1, 0, MostDoublings);
        var pause = First * Math.Pow(2, doublings);
        return (pause < Longest ? pause : Longest) * (0.75 + (chance / 2));
    }
}
