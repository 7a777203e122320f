namespace KnowledgeCommons.Server.Health;

/// <summary>How a revision was read on one day, while it is being counted; 111-evidence.sql says what each column holds.</summary>
internal sealed record DayOfReading
{
    public long Number { get; init; }
    public string Article { get; init; } = "";
    public string Revision { get; init; } = "";
    public long Day { get; init; }
    public long Readers { get; set; }
    public long Fresh { get; set; }
    public long Times { get; set; }
    public long Episodes { get; set; }
}
