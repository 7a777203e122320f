using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Sources.Git;

/// <summary>What is remembered of one path, also of one that is gone: a branch that forked earlier may still bring it back.</summary>
internal sealed record FileHistory
{
    public required string FirstAuthor { get; init; }
    public required DateTimeOffset FirstAt { get; init; }
    public required string LastAuthor { get; init; }
    public required DateTimeOffset LastAt { get; init; }
    public required long LastCommittedAt { get; init; }

    /// <summary>Deleted, or renamed to something else.</summary>
    public bool IsGone { get; init; }

    /// <summary>Every path the file had before.</summary>
    public IReadOnlyList<string> FormerPaths { get; init; } = [];

    public Authorship Authorship => new(FirstAuthor, FirstAt, LastAuthor, LastAt);

    public static FileHistory StartedBy(LoggedCommit commit) => new()
    {
        FirstAuthor = commit.Author,
        FirstAt = commit.WrittenAt,
        LastAuthor = commit.Author,
        LastAt = commit.WrittenAt,
        LastCommittedAt = commit.CommittedAt,
    };

    /// <summary>Branches that ran side by side are read in any order: the later commit counts.</summary>
    public FileHistory ChangedBy(LoggedCommit commit) => commit.CommittedAt < LastCommittedAt ? this : this with
    {
        LastAuthor = commit.Author,
        LastAt = commit.WrittenAt,
        LastCommittedAt = commit.CommittedAt,
    };
}
