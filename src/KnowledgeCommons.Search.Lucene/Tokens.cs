using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Search.Lucene;

/// <summary>The words of a text in the three forms in which the index knows them. A word that is too long to be looked for is empty.</summary>
internal static class Tokens
{
    public static List<string> Stemmed(string text) => All(text, word => Stem.Of(word));

    public static List<string> Folded(string text) => All(text, word => Stem.Folded(word));

    public static List<string> Lower(string text) => All(text, word => word.Length > Stem.Longest ? "" : word.ToString().ToLowerInvariant());

    private static List<string> All(string text, Func<ReadOnlySpan<char>, string> form)
    {
        var all = new List<string>();
        foreach (var (start, length) in new Words(text)) all.Add(form(text.AsSpan(start, length)));
        return all;
    }
}
