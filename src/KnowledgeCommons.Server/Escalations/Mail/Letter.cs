namespace KnowledgeCommons.Server.Escalations;

/// <summary>A mail: a subject of one line, and what it says, as plain text in paragraphs.</summary>
internal sealed record Letter(string Subject, string Text);
