namespace KnowledgeCommons.Server.Escalations;

/// <summary>A mail: a subject of one line, and what it says, as plain text in paragraphs.</summary>
internal sealed record Letter(string Subject, string Text)
{
    /// <summary>The address at which its reader ends such letters; null for those that only come because they asked for help.</summary>
    public string? LeaveUrl { get; init; }

    /// <summary>A calendar entry that goes along, as its file's text; null for most.</summary>
    public string? Call { get; init; }
}
