namespace KnowledgeCommons.Server.Publishing;

/// <summary>Which content a kept file belongs to: source, branch and folder in one line.</summary>
internal sealed record SourceName(string Value);
