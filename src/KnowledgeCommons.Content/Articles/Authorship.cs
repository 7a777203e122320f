namespace KnowledgeCommons.Content.Articles;

/// <summary>Who wrote an article first and who changed it last, from git; absent for plain folders.</summary>
public sealed record Authorship(string FirstAuthor, DateTimeOffset FirstAt, string LastAuthor, DateTimeOffset LastAt);
