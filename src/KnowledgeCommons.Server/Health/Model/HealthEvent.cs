namespace KnowledgeCommons.Server.Health.Model;

/// <summary>Something that happened to an article on a day, other than being read. <see cref="Article"/> is a topic's number for a topic's incident.</summary>
internal readonly record struct HealthEvent(HealthEventKind Kind, int Article);
