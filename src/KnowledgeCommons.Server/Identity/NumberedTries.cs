namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// Counts tries by who made them, in memory only: so many are free, after that one each time that one is forgiven (a leaky bucket). Whoever has not tried lately is forgotten.
/// </summary>
/// <param name="free">How many are free.</param>
/// <param name="mostAtOnce">More than that cannot add up by tries that are under way together.</param>
/// <param name="forgivenAfter">How long each counts.</param>
internal sealed class NumberedTries(TimeProvider time, int free, int mostAtOnce, TimeSpan forgivenAfter)
{
    private const int MostTriers = 10_000;
    private static readonly TimeSpan TwoSeconds = TimeSpan.FromSeconds(2);
    private readonly Lock _door = new();

    // When all tries of somebody will be forgiven: each adds its part.
    private readonly Dictionary<string, DateTimeOffset> _forgivenAt = [];

    public NumberedTries(TimeProvider time, int free, int mostAtOnce) : this(time, free, mostAtOnce, TwoSeconds)
    {
    }

    public bool AreTooMany(string who)
    {
        lock (_door)
            return AreTooMany(ForgivenIn(who, time.GetUtcNow()));
    }

    public void Count(string who)
    {
        var now = time.GetUtcNow();
        lock (_door)
        {
            MakeRoom(now);
            Add(who, now, ForgivenIn(who, now));
        }
    }

    /// <summary>Counts one more; false when it has to wait, and counts for nothing.</summary>
    public bool Take(string who)
    {
        var now = time.GetUtcNow();
        lock (_door)
        {
            MakeRoom(now);
            var owed = ForgivenIn(who, now);
            if (AreTooMany(owed)) return false;
            Add(who, now, owed);
            return true;
        }
    }

    private bool AreTooMany(TimeSpan owed) => owed > forgivenAfter * (free - 1);

    private void Add(string who, DateTimeOffset now, TimeSpan owed) => _forgivenAt[who] = now + owed + forgivenAfter;

    // More than can add up comes from a wrong clock that was put right: nobody stays locked out for that.
    private TimeSpan ForgivenIn(string who, DateTimeOffset now) =>
        _forgivenAt.TryGetValue(who, out var at) && at > now && at - now <= forgivenAfter * mostAtOnce ? at - now : TimeSpan.Zero;

    private void MakeRoom(DateTimeOffset now)
    {
        if (_forgivenAt.Count < MostTriers) return;
        foreach (var (who, at) in _forgivenAt)
            if (at <= now) _forgivenAt.Remove(who);
        if (_forgivenAt.Count >= MostTriers) _forgivenAt.Clear();
    }
}
