using static KnowledgeCommons.Server.Privacy.KeptColumn;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>What readers said about articles, and what they were told for it.</summary>
internal static class AnswerTables
{
    // A search that is not there any more is not named either.
    private const string AnswerEnds =
        "reader = 'gone:' || id, token_hash = 'gone:' || id, text = NULL, search = (SELECT s.id FROM search s WHERE s.id = outcome.search)";

    private const string ToldEnds = "reader = 'gone:' || id, token_hash = 'gone:' || id, told_us = NULL, words = '', who = ''";

    // Of one reader's answers about a revision the newest counts; the others end with it.
    private const string Superseded =
        "EXISTS (SELECT 1 FROM outcome later WHERE later.article = outcome.article AND later.revision = outcome.revision AND later.reader = outcome.reader AND (later.at, later.id) > (outcome.at, outcome.id))";

    public static IReadOnlyList<KeptTable> All { get; } =
    [
        new("told_on", "token_hash, told", KeptTopic.Answers)
        {
            Columns = [.. Links("token_hash"), .. Plain("told")],
            Ends = [new(Period.Answers, "told IN (SELECT id FROM told_change WHERE at < @before)")],
            Theirs = "told IN (SELECT id FROM told_change WHERE reader IN @Readers)"
        },
        new("told_change", "id", KeptTopic.Answers)
        {
            Columns =
            [
                .. Plain("id", "about", "article", "slug", "title", "revision", "kind", "at", "answer", "answered_at"), .. Pseudonyms("reader"), .. Links("token_hash"),
                .. Words("told_us"), .. Staff("words", "who")
            ],
            At = "at",
            Ends = [new(Period.Answers, "at < @before AND reader NOT LIKE 'gone:%'", ToldEnds)],
            Theirs = "reader IN @Readers",
            Forgotten = ToldEnds
        },
        new("hear_back", "token_hash", KeptTopic.Answers)
        {
            Columns = [.. Links("token_hash"), .. Pseudonyms("reader"), .. Plain("article", "at"), .. Addresses("contact")],
            At = "at",
            Ends = [new(Period.Answers, "at < @before") { Says = "hearback" }],
            Theirs = "reader IN @Readers OR token_hash IN @Links"
        },
        new("outcome", "id", KeptTopic.Answers)
        {
            Columns =
            [
                .. Plain("id", "article", "slug", "revision", "search", "answer", "at", "reason", "step"), .. Pseudonyms("reader"), .. Links("token_hash"), .. Words("text")
            ],
            At = "at",
            Ends =
            [
                new(Period.Answers, "at < @before AND reader NOT LIKE 'gone:%'") { Choice = Superseded },
                new(Period.Answers, "at < @before AND reader NOT LIKE 'gone:%'", AnswerEnds) { Says = "answers" }
            ],
            Theirs = "reader IN @Readers",
            Forgotten = AnswerEnds
        },
        new("revision_seen", "article, revision, slug", KeptTopic.Counts) { Columns = Plain("article", "slug", "revision", "first_at"), At = "first_at" }
    ];
}
