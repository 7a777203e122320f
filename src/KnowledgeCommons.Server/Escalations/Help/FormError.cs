namespace KnowledgeCommons.Server.Escalations;

/// <summary>What is not right yet in a form, in a sentence; the field is the id that the sentence links to.</summary>
public sealed record FormError(string Field, string Sentence);
