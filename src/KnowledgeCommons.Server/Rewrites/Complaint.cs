namespace KnowledgeCommons.Server.Rewrites;

/// <summary>What at least three people said about a version, or searched for before it failed them: <see cref="What"/> and how many.</summary>
public sealed record Complaint
{
    public const string Reason = "reason";
    public const string Step = "step";
    public const string Search = "search";

    /// <summary>reason (its key), step (its number) or search (its words).</summary>
    public string Kind { get; init; } = "";
    public string What { get; init; } = "";
    public long People { get; init; }
}
