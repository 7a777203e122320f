using static KnowledgeCommons.Server.Privacy.KeptColumn;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>What owners and those at the desk did about articles.</summary>
internal static class WorkTables
{
    private const string CaseEnds =
        "opened_by = NULL, because = NULL, owner = NULL, owner_name = '', assigned = NULL, assigned_name = NULL, changed_by = NULL, service = NULL, service_name = NULL";

    public static IReadOnlyList<KeptTable> All { get; } =
    [
        new("flag_answer", "id", KeptTopic.Work)
        {
            Columns = [.. Plain("id", "article", "revision", "answer", "at"), .. Staff("because", "answered_by")],
            At = "at",
            Ends = [new(Period.Work, "at < @before AND answered_by <> ''", "because = NULL, answered_by = ''") { Says = "work" }]
        },
        new("rewrite_event", "id", KeptTopic.Work)
        {
            Columns = [.. Plain("id", "case_id", "position", "at", "kind", "revision", "commit_hash", "percent", "until"), .. Staff("who", "whom", "words")],
            At = "at",
            Ends =
            [
                new(Period.Work, "(who IS NOT NULL OR whom IS NOT NULL OR words IS NOT NULL) AND case_id IN (SELECT id FROM rewrite_case WHERE closed_at < @before)",
                    "who = NULL, whom = NULL, words = NULL")
            ]
        },
        new("rewrite_case", "id", KeptTopic.Work)
        {
            Columns =
            [
                .. Plain("id", "number", "article", "slug", "title", "revision", "opened_at", "evidence", "due", "snoozed_until", "state", "failures", "answer", "answered_at", "verdict", "percent",
                    "change_words", "tell_at", "told_at", "rest_until", "closed_at"),
                .. Staff("opened_by", "because", "owner", "owner_name", "assigned", "assigned_name", "changed_by", "service", "service_name")
            ],
            At = "opened_at",
            Ends = [new(Period.Work, "closed_at < @before AND owner_name <> ''", CaseEnds)]
        },
        new("rewrite_mail", "id", KeptTopic.Work)
        {
            Columns = [.. Plain("id", "week", "subject", "body", "at"), .. Staff("owner")],
            At = "at",
            Ends = [new(Period.Messages, "at < @before")]
        },
        new("rewrite_mail_off", "owner", KeptTopic.Work) { Columns = [.. Staff("owner"), .. Plain("at")], At = "at" },
        new("rewrite_finding", "key", KeptTopic.Counts) { Columns = Plain("key", "at", "rule", "path", "message", "hint"), At = "at" },
        new("rewrite_source", "source", KeptTopic.Counts) { Columns = Plain("source", "version") }
    ];
}
