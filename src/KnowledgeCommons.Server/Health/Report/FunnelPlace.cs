namespace KnowledgeCommons.Server.Health;

/// <summary>Where an article stands in its topic's funnel, by its permanent id.</summary>
public sealed record FunnelPlace(string Article, double Episodes, double Failed)
{
    /// <summary>0 to 1.</summary>
    public double Share => Episodes <= 0 ? 0 : Failed / Episodes;
}
