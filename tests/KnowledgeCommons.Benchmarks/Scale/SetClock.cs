namespace KnowledgeCommons.Benchmarks.Scale;

/// <summary>A clock that stands where it was put.</summary>
internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
