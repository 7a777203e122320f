namespace KnowledgeCommons.Server.Escalations;

/// <summary>How many cases are open; how many of these nobody has taken, and how many wait for a word that was promised earlier.</summary>
public sealed record CaseCounts
{
    public long Open { get; init; }
    public long Unassigned { get; init; }
    public long BrokenPromises { get; init; }
}
