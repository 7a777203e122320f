using KnowledgeCommons.Server.KnownIssues;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>What a channel tells somebody whom a known issue affects. <paramref name="Key"/> is the same at every attempt.</summary>
internal sealed record News(string Key, string Address, KnownIssueChange Change);
