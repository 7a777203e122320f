using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.OnDuty;

/// <summary>
/// Whose turn a problem is. <paramref name="From"/> is the instant asked about when they work then, else when they begin next, and null when none
/// of those listed ever works. <paramref name="Deputy"/> is somebody else who can step in.
/// </summary>
public sealed record Turn(Person Who, DateTimeOffset? From, Person? Deputy);
