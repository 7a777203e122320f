namespace KnowledgeCommons.Server.Escalations;

/// <summary>Where a case stands, as stored and as the key of its words in the texts.</summary>
internal static class CaseState
{
    public const string Received = "received";
    public const string Taken = "taken";
    public const string Working = "working";
    public const string Answered = "answered";

    /// <summary>A person asked the reader something.</summary>
    public const string Waiting = "waiting";

    public const string Closed = "closed";
}
