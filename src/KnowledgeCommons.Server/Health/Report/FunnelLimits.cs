namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Between which shares an ordinary article of a topic lies with 95 % and with 99.8 %, when so many episodes were seen of it: chance is wide where few
/// people read. Exact binomial limits around the topic's share, see <see cref="CountQuantile"/> for their source.
/// </summary>
public sealed record FunnelLimits(int Episodes, double Low, double High, double FarLow, double FarHigh)
{
    private const double Inner = 0.025;
    private const double Outer = 0.001;

    /// <param name="episodes">At least one.</param>
    /// <param name="share">The topic's share of failed episodes, 0 to 1.</param>
    internal static FunnelLimits At(int episodes, double share) => new(episodes,
        Limit(Inner, episodes, share), Limit(1 - Inner, episodes, share), Limit(Outer, episodes, share), Limit(1 - Outer, episodes, share));

    private static double Limit(double p, int episodes, double share) => CountQuantile.Binomial(p, episodes, share) / episodes;
}
