namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// One search. First the articles with all terms that tell something; when those are too few for the page, also the articles with any of the rare terms,
/// behind them; and those that answered questions like it. Terms that stand nowhere in the library, and words that say little, are left out while others remain.
/// </summary>
internal sealed class Question(IndexReader reader, IndexFacts facts, LearntAnswers learnt, SearchQuery query)
{
    private const int MostTerms = 24;
    private const int MostToWeigh = 5_000;
    private const double LeastLearnt = 0.01;

    // Matching costs time per article and term, and terms beyond this sum are too common to help much where rarer ones are.
    private const long MostMatchesToWeigh = 2_500;

    public SearchAnswer Answer()
    {
        var typed = TypedTerms.In(query.Text);
        var terms = Telling(typed);
        var known = learnt.About([.. typed.Where(term => !term.SaysLittle)]);
        if (terms.Count == 0) return SearchAnswer.None(query.Text);
        var ranked = Ranked(Matching(terms), known);
        var sought = new SoughtWords(terms.SelectMany(term => term.Stems).Distinct().Select(stem => (stem, facts.Weight(stem, reader))));
        var page = ranked.Skip(query.Offset).Take(query.Limit).Select(each => Hit(each.Id, each.Standing, sought)).OfType<SearchHit>();
        return new SearchAnswer(query.Text, ranked.Count, [.. page]) { Counts = Count(ranked) };
    }

    private List<(long Id, Standing Standing)> Ranked(List<(long Id, double Score)> matching, IReadOnlyDictionary<string, Learnt> known)
    {
        var most = matching.Select(match => match.Score).DefaultIfEmpty().Max();
        var standing = matching.Where(match => facts.Facet(match.Id)?.Stays(query) == true)
            .ToDictionary(match => match.Id, match => new Standing(most > 0 ? match.Score / most : 0, default));
        foreach (var (uid, evidence) in known)
        {
            if (facts.IdOf(uid) is not { } id) continue;
            if (standing.TryGetValue(id, out var text)) standing[id] = text with { Learnt = evidence };
            else if (evidence.Strength >= LeastLearnt && facts.Facet(id)?.Stays(query) == true) standing[id] = new Standing(0, evidence);
        }
        return [.. standing.Select(each => (each.Key, each.Value)).OrderByDescending(each => each.Value.Score).ThenBy(each => each.Key)];
    }

    private List<(long Id, double Score)> Matching(List<Term> terms)
    {
        var best = reader.Matching(string.Join(' ', terms.Select(term => term.Quoted)), MostToWeigh);
        return best.Count(match => facts.Facet(match.Id)?.Stays(query) == true) < query.Limit ? WithAny(terms, best) : best;
    }

    private List<Term> Telling(IReadOnlyList<Term> typed)
    {
        var counted = typed.Select(term => (Term: term, Articles: Articles(term))).ToList();
        var known = counted.Where(each => each.Articles > 0).ToList();
        var telling = known.Where(each => !each.Term.SaysLittle).ToList();
        var kept = telling.Count > 0 ? telling : known.Count > 0 ? known : counted;
        return [.. kept.OrderBy(each => each.Articles).Take(MostTerms).Select(each => each.Term)];
    }

    // Words that are joined stand together at most as often as the rarest of them.
    private long Articles(Term term) => term.Stems.Min(stem => facts.Documents(stem, reader));

    private List<(long Id, double Score)> WithAny(List<Term> terms, List<(long Id, double Score)> withAll)
    {
        string[] any = [.. Affordable(terms).SelectMany(Parts).Distinct()];
        if (terms is [{ IsPhrase: false }]) return withAll;
        var found = reader.Matching(string.Join(" OR ", any), MostToWeigh);
        var complete = withAll.Select(match => match.Id).ToHashSet();
        var lead = found.Select(match => match.Score).DefaultIfEmpty().Max();
        return [.. found.Select(match => complete.Contains(match.Id) ? (match.Id, match.Score + lead) : match)];
    }

    private IEnumerable<Term> Affordable(List<Term> rarestFirst)
    {
        var matches = 0L;
        return rarestFirst.TakeWhile((term, place) => (matches += Articles(term)) <= MostMatchesToWeigh || place == 0);
    }

    private static IEnumerable<string> Parts(Term term) =>
        term.IsPhrase ? [term.Quoted, .. term.Words.Select(word => $"\"{word}\"")] : [term.Quoted];

    private SearchCounts Count(List<(long Id, Standing)> ranked)
    {
        var facets = ranked.Select(each => facts.Facet(each.Id)).OfType<Facet>().ToList();
        return new(
            facets.Where(facet => facet.Topic.Length > 0).CountBy(facet => facet.Topic).ToDictionary(),
            facets.SelectMany(facet => facet.Platforms).CountBy(platform => platform).ToDictionary(),
            facets.CountBy(facet => facet.Language).ToDictionary());
    }

    private SearchHit? Hit(long id, Standing standing, SoughtWords sought)
    {
        if (reader.Article(id) is not { } article) return null;
        var (section, snippet) = BestPart.Of(article, sought);
        return new SearchHit(article.Slug, article.Title, article.Topic, section, snippet, standing.Score) { Language = article.Language, Standing = standing };
    }
}
