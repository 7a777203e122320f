namespace KnowledgeCommons.Server.Desk;

/// <summary>
/// What people looked for and did not get. All numbers but contacts count different readers: of those who searched for these words, who never found
/// anything, who found something and never opened it, and who searched again within half a minute of searching or of opening something.
/// Contacts are cases that one of the searches led to, or that name one.
/// </summary>
public sealed record Gap
{
    /// <summary>The words as all these searches have them in common.</summary>
    public string Words { get; init; } = "";

    public long Readers { get; init; }
    public long Contacts { get; init; }
    public long NothingFound { get; init; }
    public long NothingOpened { get; init; }
    public long CameBack { get; init; }
    public DateTimeOffset LastAt { get; init; }
}
