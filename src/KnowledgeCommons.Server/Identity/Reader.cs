namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// A person with a problem, known only by a pseudonym. <paramref name="Key"/> is a hash of the random value in their cookie:
/// enough to join what one reader did, useless for posing as them.
/// </summary>
internal readonly record struct Reader(string Key);
