namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// What somebody had asked in their own words, and whether an article answered it. <paramref name="Article"/> is the permanent id; <paramref name="Reader"/> a
/// pseudonym that is the same for all that one person said. Without <paramref name="Fixed"/> it counts against the article.
/// </summary>
internal sealed record ConfirmedAnswer(string Article, string Reader, string Asked, DateTimeOffset At, bool Fixed);
