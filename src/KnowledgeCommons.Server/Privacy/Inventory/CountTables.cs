using static KnowledgeCommons.Server.Privacy.KeptColumn;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>Sums, and what belongs to the house: nothing about anybody.</summary>
internal static class CountTables
{
    public static IReadOnlyList<KeptTable> All { get; } =
    [
        new("article_day", "article, day, revision", KeptTopic.Counts)
        {
            Columns = Plain("article", "day", "revision", "readers", "fresh", "times", "episodes", "yes", "not_yet", "failed", "first_failures", "reasons", "page_reasons", "direct", "repeats", "harms")
        },
        new("article_week", "article, day", KeptTopic.Counts)
        {
            Columns = Plain("article", "day", "state", "bad", "fault", "fault_low", "fault_high", "episodes", "failed", "expected", "excess", "incident_days")
        },
        new("article_estimate", "article", KeptTopic.Counts) { Columns = Plain("article", "day", "state", "cause", "changed_day", "bad", "excess", "estimate") },
        new("article_transition", "article, day, position", KeptTopic.Counts) { Columns = Plain("article", "day", "position", "from_state", "to_state", "cause", "estimate") },
        new("article_recount", "article", KeptTopic.Counts) { Columns = Plain("article", "day") },
        new("article_presence", "article, at", KeptTopic.Counts) { Columns = Plain("article", "at", "is_published"), At = "at" },
        new("health_article", "article", KeptTopic.Counts) { Columns = Plain("article", "number", "topic", "entered") },
        new("health_topic", "topic", KeptTopic.Counts) { Columns = Plain("topic", "number") },
        new("health_mark", "name", KeptTopic.Counts) { Columns = Plain("name", "value") },
        new("revision_change", "article, revision, at", KeptTopic.Counts)
        {
            Columns = Plain("article", "revision", "before", "at", "kind", "is_known", "changed_share", "rewrite_number"),
            At = "at"
        },
        new("revision_text", "article", KeptTopic.Counts) { Columns = Plain("article", "revision", "title", "body") },
        new("demo", "seed", KeptTopic.Counts) { Columns = Plain("seed", "begun_at", "finished_at") },
        new("retention_lease", "name", KeptTopic.Counts) { Columns = Plain("name", "owner", "until") },
        new("migration", "name", KeptTopic.Counts) { Columns = Plain("name", "applied_at") }
    ];
}
