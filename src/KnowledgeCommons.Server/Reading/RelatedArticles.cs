using System.Runtime.CompilerServices;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Reading;

/// <summary>
/// Articles that are likely to help as well: they share rare words of the title, tags, or the topic. The words are listed once per library, and for what each audience sees of it apart.
/// </summary>
internal sealed class RelatedArticles
{
    private const int Shown = 5;
    private const double SameTopic = 1.0;
    private const double LeastScore = 2.0;
    private readonly ConditionalWeakTable<Library, Listing> _listings = [];

    /// <summary>At most five, best first; none when nothing is close.</summary>
    public IReadOnlyList<Article> To(Article article, Library library)
    {
        var listing = _listings.GetValue(library, Listing.Of);
        var scores = new Dictionary<Article, double>(ReferenceEqualityComparer.Instance);
        foreach (var word in WordsOf(article))
        {
            var sharing = listing.ByWord.GetValueOrDefault(word, []);
            var weight = Math.Log((double)library.Articles.Count / Math.Max(sharing.Count, 1));
            foreach (var other in sharing) scores[other] = scores.GetValueOrDefault(other) + weight;
        }
        var close =
            from scored in scores
            let score = scored.Value + (scored.Key.Topic == article.Topic ? SameTopic : 0)
            where scored.Key.Slug != article.Slug && score >= LeastScore
            orderby score descending, scored.Key.Title
            select scored.Key;
        return [.. close.Take(Shown)];
    }

    private static HashSet<string> WordsOf(Article article)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in article.Title.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
            if (word.Trim('.', ',', ':', ';', '!', '?', '"', '“', '”', '(', ')') is { Length: > 2 } bare) words.Add(bare);
        foreach (var tag in article.Tags) words.Add("#" + tag);
        return words;
    }

    private sealed record Listing(Dictionary<string, List<Article>> ByWord)
    {
        public static Listing Of(Library library)
        {
            var byWord = new Dictionary<string, List<Article>>(StringComparer.OrdinalIgnoreCase);
            foreach (var article in library.Articles)
                foreach (var word in WordsOf(article))
                    (System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(byWord, word, out _) ??= []).Add(article);
            return new Listing(byWord);
        }
    }
}
