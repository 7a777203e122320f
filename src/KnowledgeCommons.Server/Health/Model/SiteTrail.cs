namespace KnowledgeCommons.Server.Health.Model;

/// <summary>What is learnt from the whole site and carried from week to week.</summary>
internal sealed class SiteTrail
{
    public Weekdays Weekdays { get; init; } = new();
    public Dispersion Dispersion { get; init; } = new();
    public RewriteKernel Rewrites { get; init; } = new();
    public PriorShares Shares { get; set; } = PriorShares.Start;
    public int Weeks { get; set; }
}
