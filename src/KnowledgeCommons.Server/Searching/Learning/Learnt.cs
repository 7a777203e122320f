namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// What earlier answers say about one article and one question. <paramref name="Strength"/> is at least 0 and below 1; <paramref name="Votes"/> counts the
/// earlier questions like this one that the article answered, each day and each person once, older ones for less.
/// </summary>
public readonly record struct Learnt(double Strength, double Votes);
