namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// Articles that have what is needed: those that have everything; when they are too few for the page, also those that have all but one thing, and those
/// that have any of it. Where the things are rare enough, each is weighed by itself; otherwise only articles that have them all are looked at first, so that
/// the time does not grow with the library.
/// </summary>
internal sealed class Candidates(IIndexReader reader, IndexFacts facts, SearchQuery query)
{
    private const int MostNeeds = 24;
    private const int MostToLeaveOneOut = 5;
    private const int Fewest = 10;
    private const int MostToWeigh = 800;
    private const int MostToWeighOfAny = 6_000;

    // How much it counts that nothing is missing, beside the text score of the best (1): less for a long question, of which hardly any article has
    // everything. Chosen on the older 70 % of a corpus of questions, where 0.3 to 1 are alike.
    private const double CoverageCounts = 0.5;
    private const double Short = 3;

    // What stands in more articles than this is weighed by title, names, symptoms and headings first.
    private const int Common = 1_000;

    // Matching costs time per article and thing, and things beyond this sum are too common to help much where rarer ones are.
    private const long MostMatchesToWeigh = 2_500;

    // With no more matches than these, looking at all of them takes no longer than asking first who has everything.
    private const long FewMatches = 800;

    private readonly FieldScore _words = new(reader.Lengths);

    /// <summary>By id of the article, how much of what is needed it has, by weight, and BM25; a score of which only the order counts.</summary>
    public IReadOnlyDictionary<long, double> For(IReadOnlyList<Need> all)
    {
        var needs = Telling(all);
        if (needs.Count == 0) return new Dictionary<long, double>();
        var (affordable, enough) = (Affordable(needs), Math.Max(query.Limit, Fewest));
        var found = needs.Sum(need => need.Articles) <= FewMatches ? Fullest(Any(needs, affordable), needs.Count, enough) : Some(needs, affordable, enough);
        if (found.Count == 0) return new Dictionary<long, double>();
        var most = Math.Max(found.Values.Max(each => each.Score), double.Epsilon);
        var counts = CoverageCounts * Math.Pow(Short / Math.Max(Short, needs.Count), 2);
        return found.ToDictionary(each => each.Key, each => (each.Value.Score / most) + (counts * each.Value.Coverage * each.Value.Coverage));
    }

    private Dictionary<long, Match> Some(List<Need> needs, List<Need> affordable, int enough)
    {
        var found = new Dictionary<long, Match>();
        if (needs[0].Articles > Common) Add(found, new Named(All(needs)), needs.Count, needs.Count);
        if (found.Count < enough) Add(found, All(needs), needs.Count, needs.Count);
        if (found.Count < enough && needs.Count is > 2 and <= MostToLeaveOneOut)
            foreach (var left in needs) Add(found, All(needs.Where(need => need != left)), needs.Count - 1, needs.Count);
        if (found.Count >= enough || (needs.Count == 1 && found.Count > 0)) return found;
        // What was found before keeps its coverage, and is weighed as the others are.
        foreach (var (id, match) in Any(needs, affordable))
            found[id] = found.TryGetValue(id, out var known) ? known with { Score = match.Score } : match;
        return found;
    }

    private void Add(Dictionary<long, Match> found, Expression match, int had, int all)
    {
        foreach (var (id, score) in Scored(match, MostToWeigh))
            if (facts.Stays(id, query)) found.TryAdd(id, new(score, had, (double)had / all));
    }

    // Once enough articles have everything, or all but one thing, the others are no help.
    private static Dictionary<long, Match> Fullest(Dictionary<long, Match> found, int all, int enough)
    {
        foreach (var least in (int[])[all, all is > 2 and <= MostToLeaveOneOut ? all - 1 : all])
            if (found.Values.Count(match => match.Had >= least) >= enough) return found.Where(each => each.Value.Had >= least).ToDictionary();
        return found;
    }

    private Dictionary<long, Match> Any(List<Need> all, List<Need> affordable)
    {
        var found = Any(all, affordable, need => need.Match);
        return found.Count > 0 ? found : Any(all, [.. affordable.Where(need => need.Loosely.Count > 0)], need => Expression.Any(need.Loosely));
    }

    private Dictionary<long, Match> Any(List<Need> all, List<Need> affordable, Func<Need, Expression> meanings)
    {
        var found = new Dictionary<long, Match>();
        var worth = all.Sum(Weight);
        foreach (var need in affordable)
        {
            var share = Weight(need) / worth;
            foreach (var (id, score) in Scored(meanings(need), MostToWeighOfAny))
                if (facts.Stays(id, query)) found[id] = found.GetValueOrDefault(id).And(score, share);
        }
        return found;
    }

    private IEnumerable<(long Id, double Score)> Scored(Expression match, int most) => new TextScore(match, _words, Articles).Of(reader.Matching(match, most));

    // A phrase stands in at most as many articles as the rarest of its words.
    private long Articles(Expression leaf) => leaf switch
    {
        Following following => following.Words.Split(' ').Min(word => facts.Documents(Stem.Of(word), reader)),
        CodeForm code => facts.Documents(code.Form, reader),
        Beginning => reader.Having(leaf, MostToWeigh).Count,
        _ => 0
    };

    private double Weight(Need need) => IndexFacts.WeightOf(need.Articles, facts.Articles);

    private static List<Need> Telling(IReadOnlyList<Need> needs)
    {
        // That an article has "the" is no help to somebody whose other words it lacks.
        var telling = needs.Where(need => !need.SaysLittle).ToList();
        var kept = (telling.Count > 0 ? telling : needs).Where(need => need.Articles > 0);
        return [.. kept.DistinctBy(need => need.Match).OrderBy(need => need.Articles).Take(MostNeeds)];
    }

    private static Expression All(IEnumerable<Need> needs) => Expression.All(needs.Select(need => need.Match));

    private static List<Need> Affordable(List<Need> rarestFirst)
    {
        var matches = 0L;
        return [.. rarestFirst.TakeWhile((need, place) => (matches += need.Articles) <= MostMatchesToWeigh || place == 0)];
    }

    /// <summary>How well an article's text fits, how many of the things it has, and how much of what was needed that is (0 to 1).</summary>
    private readonly record struct Match(double Score, int Had, double Coverage)
    {
        public Match And(double score, double share) => new(Score + score, Had + 1, Coverage + share);
    }
}
