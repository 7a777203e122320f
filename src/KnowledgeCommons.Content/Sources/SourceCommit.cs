namespace KnowledgeCommons.Content.Sources;

/// <summary>
/// One commit between two versions: <paramref name="Words"/> is what its message says to people, without its trailers (the body, else the subject; "" where
/// git wrote the message by itself); <paramref name="Rewrites"/> are the values of its trailers <c>Rewrites:</c>; <paramref name="Paths"/> are the files it
/// changed, relative to the content folder, of a merge all that it brought.
/// </summary>
public sealed record SourceCommit(string Hash, string Author, string Words, IReadOnlyList<string> Rewrites, IReadOnlyList<string> Paths);
