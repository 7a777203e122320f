namespace KnowledgeCommons.Server.Publishing;

/// <summary>Which content a kept file belongs to: a hash over source, branch and folder.</summary>
internal sealed record SourceName(string Value);
