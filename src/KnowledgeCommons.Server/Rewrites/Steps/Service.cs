namespace KnowledgeCommons.Server.Rewrites;

/// <summary>Who answers for the product or service that an article is about. The key is null only for the service desk as such.</summary>
internal sealed record Service(string? Key, string Name);
