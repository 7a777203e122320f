using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>What else is meant by words, from the library's synonyms. Words are compared by their stems, so that endings do not matter.</summary>
internal sealed class SynonymMap
{
    private readonly Dictionary<string, List<Synonym>> _meanings = [];

    public SynonymMap(IEnumerable<SynonymGroup> groups)
    {
        foreach (var group in groups)
            foreach (var term in group.Terms)
            {
                var words = TypedTerms.WordsOf(term);
                if (words.Count == 0) continue;
                var meant = group.MeantBy(term).Select(TypedTerms.WordsOf).Where(other => other.Count > 0).Select(other => new Synonym(other, group.Language)).ToList();
                Add(words.Key, meant);
                // Typed without the spaces between.
                if (words.Count > 1) Add(TypedTerms.WordsOf(string.Concat(words.Words)).Key, [new Synonym(words, group.Language), .. meant]);
                LongestTerm = Math.Max(LongestTerm, words.Count);
            }
    }

    /// <summary>Of how many words the longest is.</summary>
    public int LongestTerm { get; } = 1;

    public IReadOnlyList<Synonym> Of(string key) => _meanings.GetValueOrDefault(key, []);

    private void Add(string key, IEnumerable<Synonym> meant)
    {
        if (!_meanings.TryGetValue(key, out var known)) _meanings[key] = known = [];
        foreach (var synonym in meant)
            if (synonym.Term.Key != key && !known.Exists(other => other.Says(synonym))) known.Add(synonym);
    }
}
