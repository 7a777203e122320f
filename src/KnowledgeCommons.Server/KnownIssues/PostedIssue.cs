using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.KnownIssues;

/// <summary>
/// A known issue as it stands on the board: with the name of who is on it, how many people it affects, what readers had to hear of so far (oldest
/// first) and, when it was written at the desk, its row.
/// </summary>
public sealed record PostedIssue(KnownIssue Issue, string Owner, long People, IReadOnlyList<KnownIssueChange> Changes, KnownIssueRow? Row)
{
    /// <summary>Below this the number might tell who it is.</summary>
    private const long FewestShown = 3;

    public bool IsOpen => Issue.IsOpen;
    public string Key => Issue.Key;
    public bool ShowsPeople => People >= FewestShown;

    /// <summary>When readers last heard of a change; null until its opening is written down.</summary>
    public DateTimeOffset? ChangedAt => Changes.Count > 0 ? Changes[^1].At : null;

    /// <summary>When it ended, as its author says or, when they did not, as it was seen first; null while it is open.</summary>
    public DateTimeOffset? EndedAt => IsOpen ? null : Issue.EndedAt ?? Changes.LastOrDefault(change => change.Kind == KnownIssueChange.Ended)?.At;

    public DateTimeOffset? Since => Issue.Since ?? (Changes.Count > 0 ? Changes[0].At : null);

    /// <summary>The time of the next word, while it is promised and not kept.</summary>
    public bool IsOverdue(DateTimeOffset now) => IsOpen && Issue.NextUpdate is { } promised && promised < now;

    public bool IsOn(string topic) => Issue.Topics.Any(key => topic == key || topic.StartsWith(key + "/", StringComparison.Ordinal));

    public bool IsAbout(Slug article) => Issue.Articles.Contains(article);
}
