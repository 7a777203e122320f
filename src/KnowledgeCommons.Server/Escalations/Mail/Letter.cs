namespace KnowledgeCommons.Server.Escalations;

/// <summary>A mail: a subject of one line, and what it says, as plain text in paragraphs.</summary>
internal sealed record Letter(string Subject, string Text)
{
    /// <summary>A calendar entry that goes along, as its file's text; null for most.</summary>
    public string? Call { get; init; }
}
