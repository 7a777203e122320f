using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>An answer about one revision of an article, ready to be stored.</summary>
internal sealed record Click(string Reader, Article Article, string Revision, string? Search, OutcomeAnswer Answer, OutcomeDetails Details);
