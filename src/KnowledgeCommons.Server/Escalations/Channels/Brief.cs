namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// What a follower of a case is told, as plain text. <paramref name="Mark"/> stands in <paramref name="Text"/>, once per message: by it we know
/// our own words again, there and when they come back.
/// </summary>
internal sealed record Brief(string Subject, string Text, string Mark, string? Link);
