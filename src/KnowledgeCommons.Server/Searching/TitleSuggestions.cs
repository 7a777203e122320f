namespace KnowledgeCommons.Server.Searching;

/// <summary>Completes what is being typed with titles that have all its words, the last one perhaps unfinished.</summary>
internal static class TitleSuggestions
{
    private const int ShortestTyped = 2;
    private const int MostWords = 8;
    private const int MostToOrder = 400;

    public static IReadOnlyList<Suggestion> For(string typed, int limit, IndexReader reader)
    {
        string[] words = [.. TypedTerms.In(typed).SelectMany(term => term.Words).Take(MostWords)];
        if (words.Length == 0 || (words.Length == 1 && words[0].Length < ShortestTyped)) return [];
        var start = typed.Trim();
        return [.. reader.Titles(string.Join(' ', words.Select(word => $"\"{word}\"*")), MostToOrder)
            .OrderByDescending(found => found.Title.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            .ThenBy(found => found.Title.Length)
            .ThenBy(found => found.Slug.Value, StringComparer.Ordinal)
            .Take(limit)];
    }
}
