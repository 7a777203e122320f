namespace KnowledgeCommons.Server.Health;

/// <summary>How far an import is, and what became of the rows.</summary>
internal sealed class ImportReport
{
    public long Rows { get; set; }
    public long Refused { get; set; }
    public KeptContacts Kept { get; set; }

    /// <summary>Rows whose reason is none of those known here; they are imported without it.</summary>
    public long UnknownReasons { get; set; }
}
