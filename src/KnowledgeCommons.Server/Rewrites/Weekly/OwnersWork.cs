namespace KnowledgeCommons.Server.Rewrites;

/// <summary>What waits for somebody: at most five things, most urgent first, and how many more there are.</summary>
public sealed record OwnersWork(IReadOnlyList<RewriteCase> Things, int More)
{
    public const int Most = 5;

    /// <summary>What those keys have to do now: what did not help, what a service has to mend, what is late, then the rest, the oldest first.</summary>
    internal static OwnersWork Of(IReadOnlyCollection<string> keys, IEnumerable<RewriteCase> unsettled, DateTimeOffset now)
    {
        var theirs = unsettled.Where(about => about.Whose is { } key && keys.Contains(key) && NeedsSomebody(about, now))
            .OrderBy(about => Urgency(about, now)).ThenBy(about => about.OpenedAt).ThenBy(about => about.Number).ToList();
        return new OwnersWork([.. theirs.Take(Most)], Math.Max(0, theirs.Count - Most));
    }

    internal static int Urgency(RewriteCase about, DateTimeOffset now) => about.State switch
    {
        RewriteState.Reopened => 0,
        RewriteState.ProductFix => 1,
        _ when about.IsOverdue(now) => 2,
        RewriteState.Verifying => 3,
        _ => 4
    };

    // A rewrite that waits for proof needs somebody only while its words can still be changed.
    private static bool NeedsSomebody(RewriteCase about, DateTimeOffset now) =>
        !about.IsSnoozed(now) && (about.State != RewriteState.Verifying || (about.ToldAt is null && about.TellAt > now));
}
