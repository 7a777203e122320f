using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Publishing;

/// <summary>How publishing stands, for the desk and for /readyz. Each property is replaced as a whole.</summary>
internal sealed class PublishingStatus
{
    /// <summary>The commit or folder version that is live; empty until something was published.</summary>
    public string Version { get; private set; } = "";

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Why the content could not be fetched or read the last time it was tried, as a sentence; null when it could.</summary>
    public string? LastFailure { get; private set; }

    public DateTimeOffset? FailedAt { get; private set; }

    /// <summary>All that is wrong with the content, worst first.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public bool HasPublished => PublishedAt is not null;

    public void Published(string version, IReadOnlyList<Finding> findings, DateTimeOffset at) =>
        (Version, Findings, PublishedAt, LastFailure, FailedAt) = (version, findings, at, null, null);

    /// <summary>The source was reached and held nothing new.</summary>
    public void Reached() => (LastFailure, FailedAt) = (null, null);

    public void Failed(string why, DateTimeOffset at) => (LastFailure, FailedAt) = (why, at);
}
