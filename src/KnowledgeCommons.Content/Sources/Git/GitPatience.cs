namespace KnowledgeCommons.Content.Sources.Git;

/// <summary>How long git may be silent before it is killed: while it asks the remote, while it fetches, while it reads the clone.</summary>
internal sealed record GitPatience(TimeSpan Asking, TimeSpan Fetching, TimeSpan Reading)
{
    public static GitPatience Usual { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(5));
}
