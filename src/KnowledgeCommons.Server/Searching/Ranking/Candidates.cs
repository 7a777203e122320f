namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// Articles that have what is needed, by BM25: those that have everything; when they are too few for the page, also those that have all but one thing, and
/// those that have any of the rare things, behind them. Each step looks at few articles, so that the time does not grow with the library.
/// </summary>
internal sealed class Candidates(IIndexReader reader, IndexFacts facts, SearchQuery query)
{
    private const int MostNeeds = 24;
    private const int MostToLeaveOneOut = 5;
    private const int Fewest = 10;
    private const int MostToWeigh = 1_500;
    private const int MostToWeighOfAny = 4 * MostToWeigh;

    // How much it counts that nothing is missing, beside the text score of the best (1): less for a long question, of which hardly any article has
    // everything. Chosen on the older 70 % of a corpus of questions, where 0.3 to 1 are alike.
    private const double CoverageCounts = 0.5;
    private const double Short = 3;

    // What stands in more articles than this is weighed by title, names, symptoms and headings first.
    private const int Common = 1_000;

    // Matching costs time per article and thing, and things beyond this sum are too common to help much where rarer ones are.
    private const long MostMatchesToWeigh = 2_500;

    /// <summary>By id of the article, how much of what is needed it has, by weight, and BM25; a score of which only the order counts.</summary>
    public IReadOnlyDictionary<long, double> For(IReadOnlyList<Need> all)
    {
        var needs = Telling(all);
        var found = new Dictionary<long, (double Score, double Coverage)>();
        if (needs.Count == 0) return new Dictionary<long, double>();
        var enough = Math.Max(query.Limit, Fewest);
        if (needs[0].Articles > Common) Add(found, new Named(All(needs)), coverage: 1);
        if (found.Count < enough) Add(found, All(needs), coverage: 1);
        if (found.Count < enough && needs.Count is > 2 and <= MostToLeaveOneOut) Add(found, AllButOne(needs), 1 - (1.0 / needs.Count));
        if (found.Count < enough && (needs.Count > 1 || found.Count == 0)) AddAny(found, needs);
        if (found.Count == 0) return new Dictionary<long, double>();
        var most = Math.Max(found.Values.Max(each => each.Score), double.Epsilon);
        var counts = CoverageCounts * Math.Pow(Short / Math.Max(Short, needs.Count), 2);
        return found.ToDictionary(each => each.Key, each => (each.Value.Score / most) + (counts * each.Value.Coverage * each.Value.Coverage));
    }

    private void Add(Dictionary<long, (double Score, double Coverage)> found, Expression match, double coverage)
    {
        foreach (var (id, score) in reader.Matching(match, MostToWeigh))
            if (facts.Stays(id, query)) found.TryAdd(id, (score, coverage));
    }

    // What was found before keeps its coverage, and is weighed as the others are.
    private void AddAny(Dictionary<long, (double Score, double Coverage)> found, List<Need> needs)
    {
        var any = new Dictionary<long, (double Score, double Weight)>();
        foreach (var need in Affordable(needs))
            foreach (var (id, score) in Weighed(need, found.Count == 0))
            {
                var (sum, weight) = any.GetValueOrDefault(id);
                any[id] = (sum + score, weight + Weight(need));
            }
        var all = needs.Sum(Weight);
        foreach (var (id, (score, weight)) in any)
            if (facts.Stays(id, query)) found[id] = (score, found.TryGetValue(id, out var known) ? known.Coverage : weight / all);
    }

    // What may be meant by one thing counts once: the meaning that fits best.
    private Dictionary<long, double> Weighed(Need need, bool loosely)
    {
        var best = new Dictionary<long, double>();
        foreach (var meaning in loosely ? need.Meanings.Concat(need.Loosely) : need.Meanings)
            foreach (var (id, score) in reader.Matching(meaning, MostToWeighOfAny)) best[id] = Math.Max(best.GetValueOrDefault(id), score);
        return best;
    }

    private double Weight(Need need) => IndexFacts.WeightOf(need.Articles, facts.Articles);

    private static List<Need> Telling(IReadOnlyList<Need> needs)
    {
        // That an article has "the" is no help to somebody whose other words it lacks.
        var telling = needs.Where(need => !need.SaysLittle).ToList();
        var kept = (telling.Count > 0 ? telling : needs).Where(need => need.Articles > 0);
        return [.. kept.DistinctBy(need => need.Match).OrderBy(need => need.Articles).Take(MostNeeds)];
    }

    private static Expression All(IEnumerable<Need> needs) => Expression.All(needs.Select(need => need.Match));

    private static Expression AllButOne(List<Need> needs) => new AllButOneOf([.. needs.Select(need => need.Match)]);

    private static IEnumerable<Need> Affordable(List<Need> rarestFirst)
    {
        var matches = 0L;
        return rarestFirst.TakeWhile((need, place) => (matches += need.Articles) <= MostMatchesToWeigh || place == 0);
    }
}
