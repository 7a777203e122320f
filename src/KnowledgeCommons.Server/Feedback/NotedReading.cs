using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>One view of an article's page.</summary>
internal readonly record struct NotedReading(string Reader, Slug Slug, Revision Revision, DateTimeOffset At);
