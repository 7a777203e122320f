namespace KnowledgeCommons.Server.Privacy;

/// <summary>
/// What became of it: how many rows of which tables were deleted or reduced to counts, and where something is left: a table's column, or the name of a file. Marks is
/// for how many names, hashes and sentences the files were searched, Bytes how large they are.
/// </summary>
internal sealed record Forgotten(IReadOnlyList<(string Table, long Rows)> Rows, IReadOnlyList<string> Left, int Marks, long Bytes);
