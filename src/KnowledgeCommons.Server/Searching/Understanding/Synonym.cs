namespace KnowledgeCommons.Server.Searching;

/// <summary>Other words for what was typed, in articles of this language ("de" takes "de-at" along); null: in all.</summary>
internal sealed record Synonym(Term Term, string? Language);
