namespace KnowledgeCommons.Content.Sources;

/// <summary>One file of the content: path relative to the content folder with slashes, content hash (hexadecimal, 40 or more digits), size in bytes.</summary>
public sealed record SourceFile(string Path, string Hash, long Size);
