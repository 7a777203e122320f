namespace KnowledgeCommons.Server.Desk;

/// <summary>
/// One row behind a number: whose it is (never shown), in which topic and when. <see cref="Number"/> is a case's, else <see cref="Slug"/> an article's;
/// the value is what was told, where something was: minutes, or whether somebody felt heard.
/// </summary>
public sealed record MeasuredRow
{
    public string Measure { get; init; } = "";
    public string Reader { get; init; } = "";
    public string Topic { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public long? Number { get; init; }
    public string? Slug { get; init; }
    public string? Value { get; init; }
}
