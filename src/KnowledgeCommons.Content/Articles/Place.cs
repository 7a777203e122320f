namespace KnowledgeCommons.Content.Articles;

/// <summary>Where something is written: a file of the content and a line of it, from 1.</summary>
public sealed record Place(string Path, int Line);
