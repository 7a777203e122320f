namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// A letter about what is no case. <paramref name="Key"/> is the same at every attempt; all letters with the same <paramref name="About"/> belong together.
/// </summary>
internal sealed record News(string Key, string Address, string About, Letter Letter);
