namespace KnowledgeCommons.Content.Sources;

/// <summary>
/// The commits that came between two versions, newest first. <paramref name="IsCut"/>: there were more than are listed. <paramref name="Trouble"/>: why none
/// could be read, as a sentence for the desk; null when that went well.
/// </summary>
public sealed record SourceCommits(IReadOnlyList<SourceCommit> Newest, bool IsCut = false, string? Trouble = null)
{
    /// <summary>How many commits are read at most.</summary>
    public const int Most = 10_000;

    public static SourceCommits None { get; } = new([]);
}
