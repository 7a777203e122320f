namespace KnowledgeCommons.Server.Demo;

/// <summary>The time in the story. It stands still until it is set on.</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Never goes back: what happened is told in its order.</summary>
    public void Set(DateTimeOffset now)
    {
        if (now > _now) _now = now;
    }
}
