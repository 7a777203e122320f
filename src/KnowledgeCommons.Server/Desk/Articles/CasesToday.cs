namespace KnowledgeCommons.Server.Desk;

/// <summary>How many cases are open, and for how many of them the promised word is overdue.</summary>
public sealed record CasesToday
{
    public long Open { get; init; }
    public long BrokenPromises { get; init; }
}
