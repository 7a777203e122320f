namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// The words that a misspelt word may have been meant as: those of titles, other names, symptoms, summaries and headings, in lower case. Words with
/// digits are never among them: codes are not corrected.
/// </summary>
internal sealed class Vocabulary
{
    public const int MostEdits = 2;
    private const int Shortest = 3;
    private readonly Dictionary<(char First, int Length), List<string>> _words = [];
    private readonly HashSet<string> _known = [];
    private readonly Lock _adding = new();

    public void Add(string text)
    {
        lock (_adding)
        {
            foreach (var (start, length) in new Words(text))
            {
                if (length is < Shortest or > Stem.Longest) continue;
                var word = Words.WithoutApostrophes(text.Substring(start, length)).ToLowerInvariant();
                if (!word.AsSpan().ContainsAnyInRange('0', '9') && !Cjk.HasAny(word) && _known.Add(word)) Bucket(word).Add(word);
            }
        }
    }

    public void Add(IndexedArticle indexed)
    {
        var article = indexed.Article;
        string[] texts = [article.Title, article.Summary, .. article.AlsoCalled, .. article.Symptoms, .. article.Sections.Select(section => section.Heading)];
        foreach (var text in texts) Add(text);
    }

    /// <summary>
    /// The nearest words of all these that <paramref name="isThere"/> admits, all equally far: one edit from five letters on, two from nine. The first letter is kept unless
    /// nothing else fits.
    /// </summary>
    public static IReadOnlyList<string> Nearest(string word, IReadOnlyList<Vocabulary> all, Func<string, bool> isThere)
    {
        var most = word.Length switch { < 5 => 0, < 9 => 1, _ => MostEdits };
        if (most == 0 || word.Length > Stem.Longest) return [];
        var asked = word.ToLowerInvariant();
        for (var edits = 1; edits <= most; edits++)
            if (There(all.SelectMany(some => some.Within(asked, edits, () => some.Starting(asked, edits)))) is { Count: > 0 } near) return near;
        return There(all.SelectMany(some => some.Within(asked, 1, () => some.Other(asked))));

        // Asked without the lock: it may be a question to the index.
        List<string> There(IEnumerable<string> words) => [.. words.Distinct().Where(isThere)];
    }

    private List<string> Within(string word, int edits, Func<IEnumerable<string>> among)
    {
        lock (_adding)
            return [.. among().Where(known => EditDistance.Of(word, known, edits) <= edits && known != word)];
    }

    private IEnumerable<string> Starting(string word, int edits) =>
        Enumerable.Range(word.Length - edits, (2 * edits) + 1).SelectMany(length => _words.GetValueOrDefault((word[0], length), []));

    private IEnumerable<string> Other(string word) => _words
        .Where(bucket => bucket.Key.First != word[0] && Math.Abs(bucket.Key.Length - word.Length) <= 1)
        .SelectMany(bucket => bucket.Value);

    private List<string> Bucket(string word)
    {
        if (_words.TryGetValue((word[0], word.Length), out var bucket)) return bucket;
        return _words[(word[0], word.Length)] = [];
    }
}
