using static KnowledgeCommons.Server.Privacy.KeptColumn;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>What is kept when somebody asks for a person.</summary>
internal static class CaseTables
{
    private const string Closed = "case_id IN (SELECT id FROM help_case WHERE closed_at < @before)";
    private const string Theirs = "case_id IN @Cases";

    private const string CaseEnds =
        """
        reader = 'gone:' || id, token_hash = 'gone:' || id, form_hash = NULL, search = NULL, problem = '', contact = NULL, name = NULL, deadline = NULL,
        owner = NULL, owner_name = '', deputy = NULL, call_from = NULL, call_until = NULL, person = NULL, contact_hash = NULL, known_by = NULL, same_as = NULL, same_hash = NULL
        """;

    public static IReadOnlyList<KeptTable> All { get; } =
    [
        new("held_post", "id", KeptTopic.Cases)
        {
            Columns =
            [
                .. Plain("id", "kind", "about", "why", "at", "claimed_at"), .. Links("token_hash", "form_hash"), .. Pseudonyms("reader"), .. PersonHashes("contact_hash"),
                .. Words("words", "content", "files")
            ],
            At = "at",
            Ends = [new(Period.Held, "at < @before") { Says = "held" }],
            Theirs = "contact_hash IN @Hashes OR reader IN @Readers"
        },
        new("case_line", "case_id, position", KeptTopic.Cases)
        {
            Columns = [.. Plain("case_id", "position", "kind", "reference", "at"), .. Words("words")],
            At = "at",
            Ends = [new(Period.ClosedCases, Closed)],
            Theirs = Theirs
        },
        new("case_file", "id", KeptTopic.Cases)
        {
            Columns = [.. Plain("id", "case_id", "event", "position", "kind", "bytes", "at"), .. Words("name", "hash")],
            At = "at",
            Ends = [new(Period.ClosedCases, Closed)],
            Theirs = Theirs
        },
        new("case_event", "id", KeptTopic.Cases)
        {
            Columns =
            [
                .. Plain("id", "case_id", "position", "at", "kind", "article", "reason", "promise_by", "is_private", "missed", "call_from", "call_until"),
                .. Staff("who", "whom"), .. Words("words")
            ],
            At = "at",
            Ends = [new(Period.ClosedCases, Closed)],
            Theirs = Theirs
        },
        new("case_ticket", "case_id, channel", KeptTopic.Cases)
        {
            Columns = [.. Plain("case_id", "channel", "opened_at", "state_at"), .. Links("ticket", "url")],
            At = "opened_at",
            Ends = [new(Period.ClosedCases, Closed)],
            Theirs = Theirs
        },
        new("article_use", "case_id, article, revision", KeptTopic.Cases)
        {
            Columns = [.. Plain("case_id", "article", "slug", "revision", "answer", "at"), .. Staff("step")],
            At = "at",
            Ends = [new(Period.ClosedCases, "step IS NOT NULL AND " + Closed, "step = NULL")],
            Theirs = Theirs,
            Forgotten = "step = NULL"
        },
        new("case_end", "case_id", KeptTopic.Counts) { Columns = Plain("case_id", "minutes_lost", "heard", "at"), At = "at" },
        new("help_case", "id", KeptTopic.Cases)
        {
            Columns =
            [
                .. Plain("id", "number", "article", "revision", "search", "topic", "impact", "people", "reach", "deadline", "promise_by", "state", "repeat_of", "opened_at", "taken_at", "solved_at",
                    "closed_at", "close_reason", "article_helped", "article_failed", "misses", "remind_at", "first_word_at", "first_word_work", "call_from", "call_until", "known_by", "merged_into",
                    "same_as"),
                .. Pseudonyms("reader", "person"), .. PersonHashes("contact_hash"), .. Addresses("contact"), .. Names("name"), .. Words("problem"), .. Links("token_hash", "form_hash", "same_hash"),
                .. Staff("owner", "owner_name", "deputy")
            ],
            At = "closed_at",
            Ends = [new(Period.ClosedCases, "closed_at < @before AND reader NOT LIKE 'gone:%'", CaseEnds) { Says = "cases" }],
            Theirs = "id IN @Cases",
            Forgotten = CaseEnds + ", state = 'closed', promise_by = NULL, remind_at = NULL, closed_at = COALESCE(closed_at, @Now)"
        },
        new("outbox", "id", KeptTopic.Messages)
        {
            Columns =
            [
                .. Plain("id", "channel", "state", "attempts", "next_at", "lease_until", "give_up_at", "last_error", "created_at", "delivered_at", "stream", "position", "stood_in", "useless_at"),
                .. PersonHashes("idempotency_key"), .. Addresses("payload")
            ],
            At = "created_at",
            Ends = [new(Period.Messages, "created_at < @before AND (state <> 'waiting' OR give_up_at < @before)") { Says = "messages" }],
            Theirs = "id IN @Messages"
        },
        new("ticket_event", "channel, event", KeptTopic.Messages)
        {
            Columns = Plain("channel", "event", "received_at"),
            At = "received_at",
            Ends = [new(Period.Messages, "received_at < @before")]
        },
        new("channel_state", "channel", KeptTopic.Counts) { Columns = Plain("channel", "since", "failures", "rest_until", "last_ok_at", "last_error") },
        new("case_number", "number", KeptTopic.Counts) { Columns = Plain("number") }
    ];
}
