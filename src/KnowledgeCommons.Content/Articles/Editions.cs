using System.Collections.Concurrent;

namespace KnowledgeCommons.Content.Articles;

/// <summary>
/// A library as people with different clearances see it. What an edition holds depends only on which audiences of this library somebody belongs to, so that
/// all who belong to the same share one.
/// </summary>
internal sealed class Editions(Library whole)
{
    // More than a company's departments make; each costs a few references for an article.
    private const int Most = 64;
    private readonly Audience[] _audiences = [.. whole.Articles.SelectMany(article => article.Variants()).SelectMany(article => article.Gate.For.Concat(article.Gate.Unless)).Distinct()];
    private readonly ConcurrentDictionary<string, Library> _known = new();

    /// <summary>The library itself for whoever may see all of it.</summary>
    public Library For(Clearance clearance)
    {
        if (_audiences.All(clearance.Sees)) return whole;
        var key = KeyFor(clearance);
        if (_known.TryGetValue(key, out var known)) return known;
        if (_known.Count >= Most) _known.Clear();
        return _known.GetOrAdd(key, _ => Of(clearance));
    }

    /// <summary>Which of the audiences somebody belongs to: equal for all who share an edition.</summary>
    public string KeyFor(Clearance clearance) => string.Create(_audiences.Length, (clearance, _audiences), static (seen, asked) =>
    {
        for (var place = 0; place < seen.Length; place++) seen[place] = asked.clearance.Sees(asked._audiences[place]) ? '1' : '0';
    });

    private Library Of(Clearance clearance)
    {
        List<Article> articles = [.. whole.Articles.Select(article => article.For(clearance)).OfType<Article>()];
        var (slugs, topics) = (articles.Select(article => article.Slug.Value).ToHashSet(), articles.Select(article => article.Topic).ToHashSet());
        var files = articles.SelectMany(article => article.Files).Concat(whole.KnownIssues.SelectMany(issue => issue.Files)).ToHashSet();
        return new Library(
            whole.Version, articles, whole.Topics.Where(topic => topics.Contains(topic.Key)), whole.People, whole.Assets.Values.Where(asset => files.Contains(asset.Path)),
            whole.Redirects.Where(redirect => slugs.Contains(redirect.Value.Value)).ToDictionary())
        {
            Synonyms = whole.Synonyms,
            KnownIssues = whole.KnownIssues,
            BrokenKnownIssues = whole.BrokenKnownIssues
        };
    }
}
