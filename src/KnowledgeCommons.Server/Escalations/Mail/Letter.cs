namespace KnowledgeCommons.Server.Escalations;

/// <summary>A plain-text mail: a subject of one line, and what it says.</summary>
internal sealed record Letter(string Subject, string Text);
