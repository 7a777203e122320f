namespace KnowledgeCommons.Server.Privacy;

/// <summary>
/// When rows come to an end, and how: those for which <paramref name="Due"/> holds (SQL over the table, with @before) are deleted, or, where there is
/// <paramref name="Set"/>, lose what it says and stay as a count.
/// </summary>
internal sealed record KeptEnd(Period After, string Due, string? Set = null)
{
    /// <summary>A condition that costs too much to be asked again while something is written: it only chooses the rows.</summary>
    public string? Choice { get; init; }

    /// <summary>What has to be said in the same write before the rows can end.</summary>
    public string? First { get; init; }

    /// <summary>The theme's sentence on the public page, below "privacy.end."; null where another end of the same topic says it.</summary>
    public string? Says { get; init; }
}
