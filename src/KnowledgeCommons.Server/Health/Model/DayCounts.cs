namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// What was seen about one article on one day (UTC). All numbers are sums of whole or part persons and may simply be added up, so a table keyed
/// (article, day) is enough, and a ticket that comes in late changes its day and nothing else. A day is given once it is older than the window in
/// which a failure still counts (7 days). Staff, test accounts and robots are left out before.
/// </summary>
internal readonly record struct DayCounts
{
    /// <summary>The number that <see cref="HealthModel.Enter"/> gave to the article.</summary>
    public int Article { get; init; }

    /// <summary>Episodes that began on this day: one person, one article, at most one in 7 days.</summary>
    public float Episodes { get; init; }

    /// <summary>
    /// Persons whose episode of this day failed, each with the weight from 0 to 1 at which their contact belongs to this article; a person at most
    /// once per article in 28 days.
    /// </summary>
    public float Failed { get; init; }

    /// <summary>Of them, persons who had never failed with this article before, counted whole when their weight is one half or more.</summary>
    public float FirstFailures { get; init; }

    /// <summary>"Fixed" answers; only a visitor's last answer about a revision, and only after 5 seconds on the page.</summary>
    public float Yes { get; init; }

    /// <summary>"Not fixed", "partly" and "came back" answers, by the same rules.</summary>
    public float NotYet { get; init; }

    /// <summary>Contacts and not-yet answers with a reason, by the weight of their contact. A person once in 28 days.</summary>
    public float Reasons { get; init; }

    /// <summary>Of them, those that name the page: wrong, unclear, out of date, a step fails.</summary>
    public float PageReasons { get; init; }

    /// <summary>Contacts whose text fits this article best, by persons who had not read it: they tell an outage from a bad page.</summary>
    public float Direct { get; init; }

    /// <summary>Repeat contacts. Shown beside the failures, never added to them.</summary>
    public float Repeats { get; init; }

    /// <summary>Reports of harm: "I lost something", "this is unsafe". One is enough for a flag.</summary>
    public float Harms { get; init; }

    /// <summary>Both days' counts together, under the left one's article.</summary>
    public static DayCounts operator +(in DayCounts one, in DayCounts other) => one with
    {
        Episodes = one.Episodes + other.Episodes,
        Failed = one.Failed + other.Failed,
        FirstFailures = one.FirstFailures + other.FirstFailures,
        Yes = one.Yes + other.Yes,
        NotYet = one.NotYet + other.NotYet,
        Reasons = one.Reasons + other.Reasons,
        PageReasons = one.PageReasons + other.PageReasons,
        Direct = one.Direct + other.Direct,
        Repeats = one.Repeats + other.Repeats,
        Harms = one.Harms + other.Harms
    };
}
