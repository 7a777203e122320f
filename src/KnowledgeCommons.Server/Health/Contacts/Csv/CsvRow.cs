namespace KnowledgeCommons.Server.Health;

/// <summary>A row of a file, by the line it begins in (the header is line 1). Exactly one of the two others is not null.</summary>
internal readonly record struct CsvRow(long Line, ContactFields? Fields, string? Refusal);
