namespace KnowledgeCommons.Server.Privacy;

/// <summary>One table: how many rows it has, what it holds of persons, since when, and when the next row is deleted or reduced to a count (null: none is).</summary>
internal sealed record KeptReportRow(string Table, long Rows, IReadOnlyList<Holds> Holds, DateTimeOffset? Oldest, DateTimeOffset? Next);
