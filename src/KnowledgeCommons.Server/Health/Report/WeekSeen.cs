namespace KnowledgeCommons.Server.Health;

/// <summary>
/// One article in one week, by its Monday (UTC). <see cref="Failed"/> is a sum of part persons. <see cref="Expected"/>: failures of an ordinary page of the
/// topic among as many readers; null while the model has not judged a week. <see cref="LeftOut"/>: days that do not count because of a disturbance.
/// </summary>
public sealed record WeekSeen(DateOnly Monday, double Episodes, double Failed, double Repeats, double? Expected, int LeftOut)
{
    /// <summary>0 to 1; null in a week without readers.</summary>
    public double? Share => Episodes > 0 ? Math.Min(1, Failed / Episodes) : null;

    public double? ExpectedShare => Episodes > 0 && Expected is { } expected ? Math.Min(1, expected / Episodes) : null;

    /// <summary>Where nine of ten weeks of an ordinary page lie.</summary>
    public (double Low, double High)? Band => Expected is { } expected ? WeekBand.Of(Episodes, expected) : null;
}
