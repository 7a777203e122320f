namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// What other people searched for and were helped with. Nobody's own words: each was used by at least <see cref="FewestPeople"/> different readers.
/// Whoever may see answers and articles brings the list from time to time; completing what is typed asks only memory.
/// </summary>
internal sealed class SuccessfulSearches
{
    public const int FewestPeople = 5;

    /// <summary>On so many days one of them was helped first, so that nobody puts words there by clearing cookies for an afternoon.</summary>
    public const int FewestDays = 3;
    private const int ShortestTyped = 2;
    private volatile IReadOnlyList<SuccessfulSearch> _all = [];

    /// <summary>Takes the place of what was known; in any order, words of too few people are left out.</summary>
    public void Replace(IEnumerable<SuccessfulSearch> searches) => _all =
        [.. searches.Where(search => search.People >= FewestPeople).OrderByDescending(search => search.People).ThenBy(search => search.Words, StringComparer.Ordinal)];

    /// <summary>Searches that go on from what is typed, two letters at least, and led to an article that <paramref name="mayFind"/> admits; those that helped most people first.</summary>
    public IReadOnlyList<SuccessfulSearch> StartingWith(string typed, int limit, Func<string, bool> mayFind)
    {
        var words = KeptQuery.WordsOf(typed);
        if (words.Length < ShortestTyped) return [];
        return [.. _all.Where(search => search.Words.Length > words.Length && search.Words.StartsWith(words, StringComparison.Ordinal) && mayFind(search.ArticleId)).DistinctBy(search => search.Words).Take(limit)];
    }
}
