namespace KnowledgeCommons.Server.Health.Model;

/// <summary>What some articles say about the site at the end of a week.</summary>
internal sealed class WeekSums
{
    /// <summary>How many of them are of each kind, as far as that is known.</summary>
    public PriorShares Kinds;

    /// <summary>See <see cref="DirectPower.Add"/>.</summary>
    public double[] Direct { get; } = DirectPower.NoSums();
}
