namespace KnowledgeCommons.Server.Escalations;

/// <summary>What a reader told at the end of a case: the minutes it cost them, and whether they felt heard; null while not told.</summary>
public sealed record CaseEnding
{
    public const string Heard = "yes";

    public static IReadOnlyList<int> Minutes { get; } = [5, 15, 30, 60, 120, 240, 480];
    public static IReadOnlyList<string> Answers { get; } = [Heard, "partly", "no"];

    public long? MinutesLost { get; init; }
    public string? HeardAs { get; init; }
}
