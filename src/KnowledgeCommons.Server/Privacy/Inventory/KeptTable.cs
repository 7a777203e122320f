namespace KnowledgeCommons.Server.Privacy;

/// <summary>One table of the database: what it holds of persons, when that ends, and which rows are somebody's when they ask to be forgotten.</summary>
/// <param name="Key">Its primary key, columns with commas between them.</param>
internal sealed record KeptTable(string Name, string Key, KeptTopic Topic)
{
    /// <summary>In place of a pseudonym, a hash or a link that was cut off; the row's own key follows, so that rows can still be counted apart.</summary>
    public const string Gone = "gone:";

    public required IReadOnlyList<KeptColumn> Columns { get; init; }

    /// <summary>The column with the moment from which the age of a row counts; null where rows have none.</summary>
    public string? At { get; init; }

    /// <summary>In the order in which they are carried out.</summary>
    public IReadOnlyList<KeptEnd> Ends { get; init; } = [];

    /// <summary>Which rows are a person's (SQL over the table; see <see cref="Traces"/> for its parameters); null where none is anybody's.</summary>
    public string? Theirs { get; init; }

    /// <summary>What such a row loses when its person is forgotten; null: it is deleted.</summary>
    public string? Forgotten { get; init; }

    public IReadOnlyList<string> KeyColumns => Key.Split(", ");
}
