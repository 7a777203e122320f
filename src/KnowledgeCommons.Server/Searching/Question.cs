namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// One search: the articles that have what was asked for (<see cref="Candidates"/>) and those that answered questions like it, in the order of
/// their <see cref="Standing"/>; articles in the reader's language first.
/// </summary>
internal sealed class Question(IIndexReader reader, IndexFacts facts, Lexicon lexicon, SearchQuery query)
{
    private const double LeastLearnt = 0.01;
    // An article in the reader's language that has everything stands in front of the best in another.
    private const double OtherLanguageCounts = 0.3;
    // Who runs the site and has its words still finds its manual; who has a problem finds what is for everybody.
    private const double ForOperatorsCounts = 0.5;

    public SearchAnswer Answer()
    {
        var typed = TypedTerms.In(query.Text);
        var needs = new Interpretation(reader, facts, lexicon, query.IsLiteral).Of(typed);
        var matching = new Candidates(reader, facts, query).For(needs);
        var ranked = Ranked(matching, lexicon.Learnt.About(TermsToRemember(typed, needs)));
        var sought = new SoughtWords(Stems(needs).Distinct().Select(stems => (stems, Weight(stems))), facts.HasGerman);
        var page = ranked.Skip(query.Offset).Take(query.Limit).Select(each => Hit(each.Id, each.Standing, sought)).OfType<SearchHit>();
        return new SearchAnswer(query.Text, ranked.Count, [.. page])
        {
            Corrected = Correction.Of(query.Text, needs),
            Counts = ResultCounts.Of([.. ranked.Select(each => facts.Facet(each.Id)).OfType<Facet>()], facts.Scope)
        };
    }

    private static IEnumerable<string> Stems(IReadOnlyList<Need> needs) =>
        needs.Where(need => !need.SaysLittle || needs.All(other => other.SaysLittle)).SelectMany(need => need.Stems);

    // Words that are sought in a row tell at least as much as the rarest of them.
    private double Weight(string stems) => stems.Split(' ').Max(stem => facts.Weight(stem, reader));

    private static List<Term> TermsToRemember(IReadOnlyList<Term> typed, IReadOnlyList<Need> needs) =>
        [.. typed.Where(term => !term.SaysLittle), .. needs.Select(need => need.Correction?.Taken).OfType<string>().Select(TypedTerms.WordsOf)];

    private List<(long Id, Standing Standing)> Ranked(IReadOnlyDictionary<long, double> matching, IReadOnlyDictionary<string, Learnt> known)
    {
        var most = matching.Values.DefaultIfEmpty().Max();
        var standing = matching.ToDictionary(match => match.Key, match => At(match.Key, most > 0 ? match.Value / most : 0, default));
        foreach (var (uid, evidence) in known)
        {
            if (facts.IdOf(uid) is not { } id || !facts.Stays(id, query)) continue;
            if (standing.TryGetValue(id, out var text)) standing[id] = text with { Learnt = evidence };
            else if (evidence.Strength >= LeastLearnt) standing[id] = At(id, 0, evidence);
        }
        return [.. standing.Select(each => (each.Key, each.Value)).OrderByDescending(each => each.Value.Score).ThenBy(each => each.Key)];
    }

    private Standing At(long id, double text, Learnt learnt) => new(text, learnt, ByLanguage(id), ByTopic(id));

    private double ByTopic(long id) => facts.Facet(id) is { } facet && lexicon.OperatorTopics.Contains(facet.Topic) ? ForOperatorsCounts : 1;

    private double ByLanguage(long id) => query.ReaderLanguage is not { Length: > 0 } language || facts.Facet(id)?.Speaks(language) == true ? 1 : OtherLanguageCounts;

    private SearchHit? Hit(long id, Standing standing, SoughtWords sought)
    {
        if (reader.Article(id) is not { } article) return null;
        var (section, snippet) = BestPart.Of(article, sought);
        return new SearchHit(article.Slug, article.Title, article.Topic, section, snippet, standing.Score) { Language = article.Language, Standing = standing };
    }
}
