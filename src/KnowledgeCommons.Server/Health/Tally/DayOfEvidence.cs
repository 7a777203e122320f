namespace KnowledgeCommons.Server.Health;

/// <summary>What answers and contacts say about a revision on one day; 111-evidence.sql says what each column holds.</summary>
internal sealed record DayOfEvidence
{
    public long Day { get; init; }
    public string Revision { get; init; } = "";
    public long Yes { get; set; }
    public long NotYet { get; set; }
    public double Failed { get; set; }
    public long FirstFailures { get; set; }
    public double Reasons { get; set; }
    public double PageReasons { get; set; }
    public double Direct { get; set; }
    public long Repeats { get; set; }
    public long Harms { get; set; }

    public bool IsEmpty => this == new DayOfEvidence { Day = Day, Revision = Revision };
}
