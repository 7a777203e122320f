using System.Text.RegularExpressions;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Benchmarks.Quality;

/// <summary>
/// More articles than there are, made of those there are: every further one keeps an article's words but for one of its title and about a fifth of its
/// sentences, which another article gives, and has numbers of its own. Common words become as common as in a library of that size; nothing is a copy.
/// </summary>
internal static partial class GrownLibrary
{
    private const int OneSentenceOf = 5;

    public static IReadOnlyList<IndexedArticle> To(int count, IReadOnlyList<IndexedArticle> articles)
    {
        var random = new Random(7);
        return
        [
            .. articles.Take(count),
            .. Enumerable.Range(articles.Count, Math.Max(0, count - articles.Count))
                .Select(number => Varied(articles[number % articles.Count], articles[random.Next(articles.Count)], number, random))
        ];
    }

    private static IndexedArticle Varied(IndexedArticle one, IndexedArticle other, int number, Random random)
    {
        var sentences = Sentences().Split(string.Join('\n', other.SectionTexts));
        var slug = $"{one.Article.Slug.Value}-{number}";
        return new(one.Article with { Slug = Slug.Parse(slug, null), Id = slug, Title = Retitled(one.Article.Title, other.Article.Title, random) },
            [.. one.SectionTexts.Select(Mixed)]);

        string Mixed(string text) => Numbers().Replace(
            string.Join(' ', Sentences().Split(text).Select(sentence => random.Next(OneSentenceOf) == 0 ? sentences[random.Next(sentences.Length)] : sentence)),
            found => $"{found.Value[..^3]}{(int.Parse(found.Value[^3..]) + number) % 1000:000}");
    }

    private static string Retitled(string title, string other, Random random)
    {
        var (words, others) = (title.Split(' '), other.Split(' '));
        words[random.Next(words.Length)] = others[random.Next(others.Length)];
        return string.Join(' ', words);
    }

    [GeneratedRegex(@"(?<=[.!?])\s+|\n+")]
    private static partial Regex Sentences();

    [GeneratedRegex("(?<![0-9])[0-9]{4,12}(?![0-9])")]
    private static partial Regex Numbers();
}
