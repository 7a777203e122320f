namespace KnowledgeCommons.Server.Rewrites;

/// <summary>A rewrite case with its timeline, oldest entry first, and its issue on the forge, if it has one.</summary>
public sealed record RewriteStory(RewriteCase Case, IReadOnlyList<RewriteEvent> Events, string? IssueUrl);
