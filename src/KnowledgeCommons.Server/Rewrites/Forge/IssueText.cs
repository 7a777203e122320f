namespace KnowledgeCommons.Server.Rewrites;

/// <summary>
/// What the forge is told, in Markdown. <paramref name="Mark"/> stands in <paramref name="Body"/>, once per message: by it we know our own words again.
/// </summary>
internal sealed record IssueText(string Title, string Body, string Mark);
