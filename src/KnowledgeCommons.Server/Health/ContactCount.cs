namespace KnowledgeCommons.Server.Health;

/// <summary>Contacts about one revision. <see cref="Silent"/>: how many of the people never said how their attempt went.</summary>
internal sealed record ContactCount
{
    public string Article { get; init; } = "";
    public string Revision { get; init; } = "";
    public long Contacts { get; init; }
    public long Contacted { get; init; }
    public long Silent { get; init; }
}
