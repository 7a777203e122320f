using static KnowledgeCommons.Server.Privacy.KeptColumn;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>Tickets from other systems, and to which articles contacts belong.</summary>
internal static class TicketTables
{
    // As long as the case or ticket itself is known by its person, so is the link.
    private const string LinkIsDue =
        """
        at < @before AND person NOT LIKE 'gone:%'
            AND NOT EXISTS (SELECT 1 FROM contact t WHERE t.source = contact_link.source AND t.id = contact_link.contact AND t.person NOT LIKE 'gone:%')
            AND NOT EXISTS (SELECT 1 FROM help_case h WHERE h.id = contact_link.contact AND h.reader NOT LIKE 'gone:%')
        """;

    public static IReadOnlyList<KeptTable> All { get; } =
    [
        new("contact", "source, id", KeptTopic.Tickets)
        {
            Columns =
            [
                .. Plain("source", "id", "at", "topic", "article", "solved_by", "reason", "repeat_of", "closed_at", "is_staff", "fingerprint", "version", "received_at", "attributed_at"),
                .. PersonHashes("person"), .. Words("subject", "text")
            ],
            At = "received_at",
            Ends =
            [
                new(Period.TicketWords, "(text IS NOT NULL OR subject IS NOT NULL) AND attributed_at < @before", "subject = NULL, text = NULL") { Says = "ticketwords" },
                new(Period.Tickets, "received_at < @before AND attributed_at IS NOT NULL AND person NOT LIKE 'gone:%'", "person = 'gone:' || source || '/' || id") { Says = "tickets" }
            ],
            Theirs = "person IN @Hashes",
            Forgotten = "person = 'gone:' || source || '/' || id, subject = NULL, text = NULL"
        },
        new("contact_link", "source, contact, article, kind", KeptTopic.Tickets)
        {
            Columns = [.. Plain("source", "contact", "article", "kind", "revision", "day", "at", "weight", "reason"), .. PersonHashes("person")],
            At = "at",
            Ends = [new(Period.Tickets, LinkIsDue, "person = 'gone:' || source || '/' || contact")],
            Theirs = "person IN @Hashes OR contact IN @Cases",
            Forgotten = "person = 'gone:' || source || '/' || contact"
        }
    ];
}
