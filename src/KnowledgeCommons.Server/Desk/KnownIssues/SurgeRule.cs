using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Server.Desk;

/// <summary>
/// Compares how many different people used a word within the last hour with the same hour of the four weeks before. Arrivals of people with unrelated
/// problems are Poisson distributed; a word surges when so many would come by chance less than once in ten thousand such hours.
/// </summary>
internal static class SurgeRule
{
    public const int Weeks = 4;
    public static readonly TimeSpan Hour = TimeSpan.FromMinutes(60);
    private const int FewestPeople = 5;
    private const double Chance = 1e-4;
    private const double SamePeople = 0.6;
    private const int MostWords = 4;
    private const int MostWordsOfOne = 60;

    /// <summary>
    /// Surges as of <paramref name="now"/>, the one with most people first; words that mostly the same people used are one. <paramref name="all"/> holds the last
    /// hour and that of each week before.
    /// </summary>
    public static IReadOnlyList<Surge> Find(IEnumerable<Trouble> all, DateTimeOffset now)
    {
        var byAge = all.ToLookup(trouble => trouble.At > now - Hour);
        var before = PeopleByStem(byAge[false].Select(trouble => (trouble.Words, Who: $"{trouble.Reader} {(now - trouble.At).Days / 7}")));
        var surging = PeopleByStem(byAge[true].Select(trouble => (trouble.Words, Who: trouble.Reader)))
            .Where(word => word.Value.People.Count >= FewestPeople)
            .Select(word => (Word: word.Value, Usual: Usual(before.GetValueOrDefault(word.Key)?.People.Count ?? 0)))
            .Where(each => Tail(each.Word.People.Count, each.Usual) < Chance)
            .OrderByDescending(each => each.Word.People.Count);
        var groups = new List<(Used First, double Usual, List<string> Words)>();
        foreach (var (word, usual) in surging)
            if (groups.FirstOrDefault(group => AreSame(group.First.People, word.People)) is { Words: { } words }) words.Add(word.Shown);
            else groups.Add((word, usual, [word.Shown]));
        return [.. groups.Select(group => new Surge([.. group.Words.Take(MostWords)], group.First.People.Count, group.Usual))];
    }

    /// <summary>The probability that <paramref name="count"/> or more come where <paramref name="expected"/> are expected, by Poisson.</summary>
    public static double Tail(int count, double expected)
    {
        var (term, below) = (Math.Exp(-expected), 0.0);
        for (var k = 0; k < count; k++)
        {
            below += term;
            term *= expected / (k + 1);
        }
        return Math.Max(0, 1 - below);
    }

    // One more than was seen, so that what has never been is not taken as impossible.
    private static double Usual(int seen) => (seen + 1.0) / Weeks;

    private static Dictionary<string, Used> PeopleByStem(IEnumerable<(string Words, string Who)> all)
    {
        var used = new Dictionary<string, Used>();
        foreach (var (words, who) in all)
            foreach (var term in TypedTerms.In(words).Where(term => !term.SaysLittle).Take(MostWordsOfOne))
            {
                if (!used.TryGetValue(term.Key, out var word)) used[term.Key] = word = new Used(string.Join(' ', term.Words).ToLowerInvariant(), []);
                word.People.Add(who);
            }
        return used;
    }

    private static bool AreSame(HashSet<string> some, HashSet<string> others) =>
        some.Count(others.Contains) >= SamePeople * (some.Count + others.Count - some.Count(others.Contains));

    // Shown as the first of them wrote it, and, where as many used both, in that order.
    private sealed record Used(string Shown, HashSet<string> People);
}
