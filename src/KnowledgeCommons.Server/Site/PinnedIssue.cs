namespace KnowledgeCommons.Server.Site;

/// <summary>
/// A known issue as it is pinned to other pages: what it is and, in one sentence, who is on it and when the next word comes.
/// <paramref name="Lang"/> is null when the title is in the page's own language.
/// </summary>
public sealed record PinnedIssue(string Title, string Url, string Sentence, string? Lang)
{
    public string Owner { get; init; } = "";
    public DateTimeOffset? NextUpdate { get; init; }
}
