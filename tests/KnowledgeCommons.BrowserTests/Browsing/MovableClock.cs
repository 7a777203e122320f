namespace KnowledgeCommons.BrowserTests;

/// <summary>A clock that runs as any other, so that work in the background goes on, and can be moved ahead by days.</summary>
internal sealed class MovableClock : TimeProvider
{
    // A Monday morning, so that promises fall on the same day.
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private readonly long _started = System.GetTimestamp();
    private TimeSpan _moved;

    public override DateTimeOffset GetUtcNow() => Start + _moved + System.GetElapsedTime(_started);

    public void Advance(TimeSpan by) => _moved += by;
}
