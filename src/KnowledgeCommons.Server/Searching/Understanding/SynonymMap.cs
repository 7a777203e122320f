using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>What else is meant by words, from the library's synonyms. Words are compared by their stems, so that endings do not matter.</summary>
internal sealed class SynonymMap
{
    private readonly Dictionary<string, OrderedDictionary<(string Key, string? Language), Synonym>> _meanings = [];

    public SynonymMap(IEnumerable<SynonymGroup> groups)
    {
        foreach (var group in groups)
        {
            var read = new Dictionary<string, Term>();
            foreach (var term in group.Terms)
            {
                var words = Read(term);
                if (words.Count == 0) continue;
                var meant = group.MeantBy(term).Select(Read).Where(other => other.Count > 0).Select(other => new Synonym(other, group.Language)).ToList();
                Add(words.Key, meant);
                // Typed without the spaces between.
                if (words.Count > 1) Add(TypedTerms.WordsOf(string.Concat(words.Words)).Key, [new Synonym(words, group.Language), .. meant]);
                LongestTerm = Math.Max(LongestTerm, words.Count);
            }

            Term Read(string term) => read.TryGetValue(term, out var known) ? known : read[term] = TypedTerms.WordsOf(term);
        }
    }

    /// <summary>Of how many words the longest is.</summary>
    public int LongestTerm { get; } = 1;

    public IReadOnlyList<Synonym> Of(string key) => _meanings.TryGetValue(key, out var meant) ? meant.Values : [];

    private void Add(string key, IEnumerable<Synonym> meant)
    {
        if (!_meanings.TryGetValue(key, out var known)) _meanings[key] = known = [];
        foreach (var synonym in meant)
            if (synonym.Term.Key != key) known.TryAdd((synonym.Term.Key, synonym.Language?.ToLowerInvariant()), synonym);
    }
}
