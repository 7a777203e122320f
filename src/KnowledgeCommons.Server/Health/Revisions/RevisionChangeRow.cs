using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Health;

/// <summary>A revision took another's place; 111-evidence.sql says what each column holds.</summary>
public sealed record RevisionChangeRow
{
    public const string Minor = "minor";
    public const string Substantive = "substantive";
    public const string Rewrite = "rewrite";

    public string Article { get; init; } = "";
    public string Revision { get; init; } = "";
    public string Before { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string Kind { get; init; } = Substantive;

    /// <summary>False when the earlier text was not there to compare with; then it counts as substantive.</summary>
    public bool IsKnown { get; init; }

    /// <summary>How much of the words changed, from 0 to 1.</summary>
    public double? ChangedShare { get; init; }

    /// <summary>The number of the rewrite case that declared it.</summary>
    public long? RewriteNumber { get; init; }

    internal static string KindOf(RevisionChange change) => change switch
    {
        RevisionChange.Minor => Minor,
        RevisionChange.Rewrite => Rewrite,
        _ => Substantive
    };
}
