namespace KnowledgeCommons.Server.Health;

/// <summary>
/// The score interval for a share k/n: its bounds are the p at which the observed share is just z standard errors away,
/// (k/n + z²/2n ± z·√(k/n·(1−k/n)/n + z²/4n²)) / (1 + z²/n).
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927) 209–212.
/// </summary>
internal static class Wilson
{
    /// <summary>The 97.5 % point of the normal distribution: two-sided 95 %.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>Lower end of the 95 % interval, from 0 to 1; 0 when nothing was observed.</summary>
    public static double LowerBound(double hits, double of) => of <= 0 ? 0 : Math.Max(0, Bound(hits, of, -1));

    /// <summary>Upper end of the 95 % interval, from 0 to 1; 1 when nothing was observed.</summary>
    public static double UpperBound(double hits, double of) => of <= 0 ? 1 : Math.Min(1, Bound(hits, of, +1));

    private static double Bound(double hits, double of, int side)
    {
        var share = hits / of;
        var spread = Z * Math.Sqrt((share * (1 - share) / of) + (Z * Z / (4 * of * of)));
        return (share + (Z * Z / (2 * of)) + (side * spread)) / (1 + (Z * Z / of));
    }
}
