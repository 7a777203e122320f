namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// Completes what is being typed with titles, then headings, that have all its words, the last one perhaps unfinished; each time first those for everybody,
/// then those for the people who run the site.
/// </summary>
internal static class TitleSuggestions
{
    private const int ShortestTyped = 2;
    private const int MostWords = 8;
    private const int MostToOrder = 400;
    private const int MostSections = 3;
    private const int ShortestForSections = 4;

    // "Symptoms", "Resolution": a heading of many articles leads to none of them.
    private const int MostWithOneHeading = 2;

    public static IReadOnlyList<Suggestion> For(string typed, int limit, IIndexReader reader, IReadOnlySet<string> operatorTopics)
    {
        string[] words = [.. TypedTerms.In(typed).SelectMany(term => term.Words).Take(MostWords)];
        if (words.Length == 0 || (words.Length == 1 && words[0].Length < ShortestTyped)) return [];
        var (start, match) = (typed.Trim(), Expression.All(words.Select(word => Cjk.HasAny(word) ? Cjk.Match(word) : new Beginning(word))));
        List<Suggestion> titles = [.. InOrder(reader.Titles(match, MostToOrder), found => found.Title).Take(limit)];
        if (titles.Count >= limit || words.Sum(word => word.Length) < ShortestForSections) return titles;
        var sections = reader.Headings(match, MostToOrder)
            .GroupBy(found => found.Section?.Heading)
            .Where(heading => heading.Count() <= MostWithOneHeading)
            .Select(heading => heading.MinBy(found => found.Slug.Value, StringComparer.Ordinal))
            .OfType<Suggestion>()
            .Where(found => titles.All(title => title.Slug != found.Slug));
        return [.. titles, .. InOrder(sections, found => found.Section?.Heading ?? "").Take(Math.Min(MostSections, limit - titles.Count))];

        IEnumerable<Suggestion> InOrder(IEnumerable<Suggestion> all, Func<Suggestion, string> words) => all
            .OrderBy(found => operatorTopics.Contains(found.Slug.Value[..Math.Max(0, found.Slug.Value.LastIndexOf('/'))]))
            .ThenByDescending(found => words(found).StartsWith(start, StringComparison.OrdinalIgnoreCase))
            .ThenBy(found => words(found).Length)
            .ThenBy(found => found.Slug.Value, StringComparer.Ordinal);
    }
}
