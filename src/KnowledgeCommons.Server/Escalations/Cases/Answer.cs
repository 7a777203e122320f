using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>What a technician writes to a reader. <paramref name="Asks"/>: the next word is the reader's.</summary>
internal sealed record Answer(string Words, bool Asks, DateTimeOffset? PromiseBy, Slug? Article);
