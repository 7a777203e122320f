namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// How much a text that somebody wrote about a problem is like an article, from 0 to 1: the share of what the text tells that the article has (by inverse document
/// frequency), and of what the article's title tells that the text has; joined with what earlier answers taught as two witnesses are, 1 − (1 − a)(1 − b).
/// </summary>
internal sealed class Likeness(IIndexReader reader, IndexFacts facts, LearntAnswers learnt)
{
    private const int MostTerms = 80;
    private const double TextCounts = 0.6;

    /// <summary>By the permanent ids of these articles; those that are not in the index are missing.</summary>
    public IReadOnlyDictionary<string, double> Of(string text, IEnumerable<string> articles)
    {
        var terms = TypedTerms.In(text).Where(term => !term.SaysLittle).Take(MostTerms).ToList();
        var told = terms.SelectMany(term => term.Stems).Where(stem => stem.Length > 0).ToHashSet();
        var known = learnt.About(terms);
        var all = new Dictionary<string, double>();
        foreach (var uid in articles)
            if (facts.IdOf(uid) is { } id && reader.Article(id) is { } article)
                all[uid] = 1 - ((1 - Text(told, article)) * (1 - known.GetValueOrDefault(uid).Strength));
        return all;
    }

    private double Text(HashSet<string> told, IndexedText article)
    {
        var title = new HashSet<string>();
        AddStems(article.Title, title);
        var has = new HashSet<string>(title);
        foreach (var text in (string[])[article.AlsoCalled, article.Summary, .. article.Symptoms]) AddStems(text, has);
        foreach (var section in article.Sections)
        {
            AddStems(section.Section.Heading, has);
            AddStems(section.Text, has);
        }
        return (TextCounts * Share(told, has)) + ((1 - TextCounts) * Share(title, told));
    }

    private double Share(HashSet<string> of, HashSet<string> found)
    {
        var all = of.Sum(Weight);
        return all <= 0 ? 0 : of.Where(found.Contains).Sum(Weight) / all;
    }

    private double Weight(string stem) => facts.Weight(stem, reader);

    private static void AddStems(string text, HashSet<string> stems)
    {
        foreach (var (start, length) in new Words(text))
            if (Stem.Of(text.AsSpan(start, length)) is { Length: > 0 } stem) stems.Add(stem);
    }
}
