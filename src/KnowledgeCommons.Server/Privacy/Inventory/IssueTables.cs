using static KnowledgeCommons.Server.Privacy.KeptColumn;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>Disturbances, whom they affect, and who wrote about them.</summary>
internal static class IssueTables
{
    private const string IsOver =
        """
        at < @before AND NOT EXISTS (
            SELECT 1 FROM known_issue_change c WHERE c.issue = known_issue_affected.issue AND c.is_open = 1
                AND c.position = (SELECT MAX(last.position) FROM known_issue_change last WHERE last.issue = c.issue))
        """;

    public static IReadOnlyList<KeptTable> All { get; } =
    [
        new("known_issue_affected", "issue, reader", KeptTopic.Issues)
        {
            Columns = [.. Plain("issue", "at"), .. Pseudonyms("reader"), .. PersonHashes("contact_hash"), .. Addresses("contact"), .. Links("leave_hash")],
            At = "at",
            Ends = [new(Period.ClosedCases, IsOver) { Says = "affected" }],
            Theirs = "reader IN @Readers OR contact_hash IN @Hashes"
        },
        new("known_issue", "key", KeptTopic.Work)
        {
            Columns =
            [
                .. Plain("key", "title", "body", "topics", "articles", "words", "since", "next_update", "owner", "ended_at", "written_at", "changed_at"), .. Staff("written_by", "changed_by")
            ],
            At = "written_at",
            Ends = [new(Period.Work, "ended_at < @before AND written_by <> ''", "written_by = '', changed_by = ''")]
        },
        new("known_issue_change", "id", KeptTopic.Work)
        {
            Columns = [.. Plain("id", "issue", "position", "at", "kind", "version", "title", "words", "next_update", "is_open"), .. Staff("who")],
            At = "at",
            Ends = [new(Period.Work, "at < @before AND who <> ''", "who = ''")]
        },
        new("known_issue_proposal", "id", KeptTopic.Work)
        {
            Columns = [.. Plain("id", "at", "words", "people", "usual"), .. Staff("told")],
            At = "at",
            Ends = [new(Period.Work, "at < @before AND told <> ''", "told = ''")]
        }
    ];
}
