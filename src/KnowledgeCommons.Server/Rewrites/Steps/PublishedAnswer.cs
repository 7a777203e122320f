namespace KnowledgeCommons.Server.Rewrites;

/// <summary>A version that was published as the answer to a case: who made it and what they say about it, and with which commit, if git knows.</summary>
internal sealed record PublishedAnswer(string Revision, string By, string Words, string? Commit);
