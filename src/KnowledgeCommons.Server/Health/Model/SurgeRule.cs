namespace KnowledgeCommons.Server.Health.Model;

/// <summary>From when on a day's failures, direct contacts and readings are a surge: at least so many, so many times the usual, and so unlikely.</summary>
internal readonly record struct SurgeRule(
    double Failed, double FailedTimes, double FailedTail, double Dispersion, double DirectTimes, double DirectTail, double Continues, bool SeesReadings)
{
    public static readonly SurgeRule OfArticle = new(2, 3, 1e-3, Dispersion: 1, 2.5, 0.03, Continues: 2, SeesReadings: true);

    /// <summary>Topics have a steadier day, but their readings rise in season: only failures with direct contacts count.</summary>
    public static readonly SurgeRule OfTopic = new(4, 2, 1e-4, Dispersion: 1.3, 1.6, 0.01, Continues: 1.7, SeesReadings: false);
}
