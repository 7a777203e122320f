using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>What else is meant by words, from the library's synonyms. Words are compared by their stems, so that endings do not matter.</summary>
internal sealed class SynonymMap
{
    private readonly Dictionary<string, OrderedDictionary<string, Term>> _meanings = [];

    public SynonymMap(IEnumerable<SynonymGroup> groups)
    {
        foreach (var group in groups)
        {
            var read = new Dictionary<string, Term>();
            foreach (var term in group.Terms)
            {
                var words = Read(term);
                if (words.Count == 0) continue;
                var meant = group.MeantBy(term).Select(Read).Where(other => other.Count > 0).ToList();
                Add(words.Key, meant);
                // Typed without the spaces between.
                if (words.Count > 1) Add(TypedTerms.WordsOf(string.Concat(words.Words)).Key, [words, .. meant]);
                LongestTerm = Math.Max(LongestTerm, words.Count);
            }

            Term Read(string term) => read.TryGetValue(term, out var known) ? known : read[term] = TypedTerms.WordsOf(term);
        }
    }

    /// <summary>Of how many words the longest is.</summary>
    public int LongestTerm { get; } = 1;

    public IReadOnlyList<Term> Of(string key) => _meanings.TryGetValue(key, out var meant) ? meant.Values : [];

    private void Add(string key, IEnumerable<Term> meant)
    {
        if (!_meanings.TryGetValue(key, out var known)) _meanings[key] = known = [];
        foreach (var term in meant)
            if (term.Key != key) known.TryAdd(term.Key, term);
    }
}
