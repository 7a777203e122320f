namespace KnowledgeCommons.Server.Searching;

/// <summary>How well the articles of a tally fit the expression they were found by: every word by <see cref="FieldScore"/>, of several meanings the best.</summary>
internal sealed class TextScore(Expression sought, FieldScore words, Func<Expression, long> articlesWith)
{
    private readonly long[] _articles = [.. sought.Leaves().Select(articlesWith)];

    /// <summary>In no order; what matches scores more than 0.</summary>
    public IEnumerable<(long Id, double Score)> Of(Tally tally)
    {
        for (var place = 0; place < tally.Count; place++)
        {
            var leaf = 0;
            yield return (tally.Id(place), Of(sought, tally.Id(place), tally.Of(place), ref leaf));
        }
    }

    private double Of(Expression part, long article, ReadOnlySpan<Times> times, ref int leaf) => part switch
    {
        AllOf all => All(all, article, times, ref leaf),
        AnyOf any => Best(any, article, times, ref leaf),
        Named named => Of(named.Part, article, times, ref leaf),
        Within within => InLanguage(within, article, times, ref leaf),
        _ => Word(article, times[leaf], _articles[leaf++])
    };

    private double Word(long article, Times times, long articles) => times.IsThere ? words.Of(article, times, articles) : 0;

    // An index may have looked at a part of what is not there as a whole.
    private double All(AllOf all, long article, ReadOnlySpan<Times> times, ref int leaf)
    {
        var (sum, isThere) = (0.0, true);
        foreach (var part in all.Parts)
        {
            var score = Of(part, article, times, ref leaf);
            sum += score;
            isThere &= score > 0;
        }
        return isThere ? sum : 0;
    }

    private double Best(AnyOf any, long article, ReadOnlySpan<Times> times, ref int leaf)
    {
        var best = 0.0;
        foreach (var part in any.Parts) best = Math.Max(best, Of(part, article, times, ref leaf));
        return best;
    }

    private double InLanguage(Within within, long article, ReadOnlySpan<Times> times, ref int leaf)
    {
        var score = Of(within.Part, article, times, ref leaf);
        var isThere = false;
        foreach (var _ in within.Languages) isThere |= times[leaf++].IsThere;
        return isThere != within.IsOutside ? score : 0;
    }
}
