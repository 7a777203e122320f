namespace KnowledgeCommons.Server.Abuse;

/// <summary>How often something happened within the last hour or so, in memory only: an hour begins with the first time, and all is forgotten at its end.</summary>
internal sealed class CountsPerHour(TimeProvider time)
{
    private const int MostKept = 20_000;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly Lock _door = new();
    private readonly Dictionary<string, (DateTimeOffset Since, int Times)> _counts = [];

    /// <summary>Counts one more, and gives how many there are now.</summary>
    public int Add(string what)
    {
        var now = time.GetUtcNow();
        lock (_door)
        {
            if (_counts.Count >= MostKept) Forget(now);
            var (since, times) = _counts.TryGetValue(what, out var known) && now - known.Since < Hour && now >= known.Since ? known : (now, 0);
            _counts[what] = (since, times + 1);
            return times + 1;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (what, (since, _)) in _counts)
            if (now - since >= Hour) _counts.Remove(what);
        if (_counts.Count >= MostKept) _counts.Clear();
    }
}
