using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Server.Health;

/// <summary>
/// The words in which people told what went wrong, as far as at least three different people used them: single words and two in a row, in what was written
/// below the article and in the problems they described. Nobody's sentence can be read in it.
/// </summary>
public sealed record WordsUsed(string Words, int People)
{
    public const int FewestPeople = 3;
    private const int Most = 24;
    private const int MostTexts = 2000;

    private const string Sql =
        $"""
        SELECT person, text FROM (
            SELECT reader AS person, text, at FROM outcome WHERE article = @article AND at >= @since AND text IS NOT NULL
            UNION ALL
            SELECT COALESCE(c.person, c.reader), c.problem, c.opened_at FROM contact_link l JOIN help_case c ON c.id = l.contact
            WHERE l.article = @article AND l.kind = 1 AND l.source = @here AND l.at >= @since AND l.weight >= 0.5
            UNION ALL
            SELECT t.person, COALESCE(t.subject, '') || ' ' || COALESCE(t.text, ''), t.at FROM contact_link l JOIN contact t ON t.source = l.source AND t.id = l.contact
            WHERE l.article = @article AND l.kind = 1 AND l.at >= @since AND l.weight >= 0.5 AND (t.text IS NOT NULL OR t.subject IS NOT NULL)) told
        ORDER BY at DESC LIMIT @MostTexts
        """;

    /// <summary>Most people first; a single word that stands in a pair as often is left out.</summary>
    internal static async Task<IReadOnlyList<WordsUsed>> OfAsync(DbConnection connection, string article, DateTimeOffset since)
    {
        var rows = await connection.QueryAsync<(string Person, string Text)>(Sql, new { article, since, here = ContactSource.Here, MostTexts });
        return Of(rows);
    }

    internal static IReadOnlyList<WordsUsed> Of(IEnumerable<(string Person, string Text)> told)
    {
        var people = new Dictionary<string, HashSet<string>>();
        foreach (var (person, text) in told)
            foreach (var words in In(text))
            {
                if (!people.TryGetValue(words, out var who)) people[words] = who = [];
                who.Add(person);
            }
        var shared = people.Where(each => each.Value.Count >= FewestPeople).Select(each => new WordsUsed(each.Key, each.Value.Count)).ToList();
        var pairs = shared.Where(used => used.Words.Contains(' ', StringComparison.Ordinal)).ToList();
        return
        [
            .. shared.Where(used => used.Words.Contains(' ', StringComparison.Ordinal) || !pairs.Any(pair => pair.People >= used.People && pair.Words.Split(' ').Contains(used.Words)))
                .OrderByDescending(used => used.People).ThenBy(used => used.Words, StringComparer.Ordinal).Take(Most)
        ];
    }

    // Words that say little break a pair: "asks for a code" is no "asks code".
    private static IEnumerable<string> In(string text)
    {
        var before = "";
        foreach (var word in TypedTerms.In(text).SelectMany(term => term.Words).Select(word => word.ToLowerInvariant()))
        {
            var saysLittle = word.Length < 2 || StopWords.Contains(word);
            if (!saysLittle) yield return word;
            if (!saysLittle && before.Length > 0) yield return $"{before} {word}";
            before = saysLittle ? "" : word;
        }
    }
}
