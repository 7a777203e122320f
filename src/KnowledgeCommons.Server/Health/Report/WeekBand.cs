namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Between which shares of failed episodes nine weeks of ten lie at an ordinary page when this many failures are expected of a week: the 5 % and 95 %
/// points of a Poisson count (see <see cref="CountQuantile"/>), spread by the over-dispersion of weekly counts.
/// </summary>
internal static class WeekBand
{
    private const double Tail = 0.05;

    /// <param name="episodes">Of the week; no band without any.</param>
    /// <param name="expected">Failures expected of an ordinary page.</param>
    /// <param name="dispersion">Variance of weekly counts over their mean, at least 1.</param>
    public static (double Low, double High)? Of(double episodes, double expected, double dispersion = 1)
    {
        if (episodes <= 0) return null;
        var spread = Math.Sqrt(Math.Max(1, dispersion));
        double Share(double p) => Math.Clamp((expected + (spread * (CountQuantile.Poisson(p, expected) - expected))) / episodes, 0, 1);
        return (Share(Tail), Share(1 - Tail));
    }
}
