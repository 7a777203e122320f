namespace KnowledgeCommons.Server.Searching;

/// <summary>A link that narrows a search or widens it again. <paramref name="Left"/>: how many articles it would leave, where that is known.</summary>
internal sealed record NarrowingChip(string Words, int? Left, string Url)
{
    /// <summary>The platform that the link takes away, if it is one.</summary>
    public string? Platform { get; init; }
}
