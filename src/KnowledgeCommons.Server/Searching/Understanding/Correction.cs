using System.Text;

namespace KnowledgeCommons.Server.Searching;

internal static class Correction
{
    /// <summary>The query with its corrected words; null when none was corrected.</summary>
    public static string? Of(string query, IReadOnlyList<Need> needs)
    {
        var corrections = needs.Select(need => need.Correction).OfType<(string Typed, string Taken)>()
            .DistinctBy(each => each.Typed, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(each => each.Typed, each => each.Taken, StringComparer.OrdinalIgnoreCase);
        if (corrections.Count == 0) return null;
        var (corrected, end) = (new StringBuilder(), 0);
        foreach (var (start, length) in new Words(query))
        {
            var word = Words.WithoutApostrophes(query.Substring(start, length));
            corrected.Append(query, end, start - end).Append(corrections.GetValueOrDefault(word, query.Substring(start, length)));
            end = start + length;
        }
        return corrected.Append(query, end, query.Length - end).ToString();
    }
}
