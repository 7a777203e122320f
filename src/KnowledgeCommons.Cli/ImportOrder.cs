using KnowledgeCommons.Server.Health;

namespace KnowledgeCommons.Cli;

/// <summary>What kc contacts import was told.</summary>
internal sealed record ImportOrder
{
    public required string File { get; init; }
    public required ContactPreset Preset { get; init; }

    /// <summary>"COLUMN=field" each.</summary>
    public IReadOnlyList<string> Map { get; init; } = [];

    public string? Source { get; init; }
    public string? Zone { get; init; }
    public DateOrder Dates { get; init; }
    public string? Encoding { get; init; }
    public required string Data { get; init; }
    public string? Refused { get; init; }
    public bool IsDry { get; init; }
}
