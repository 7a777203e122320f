namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// How well articles fit one word or phrase: BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004), in which a
/// short title is not made long by the text below it. FTS5 measures everything by the length of the whole and has fixed constants; but its bm25() of some
/// fields tells, for one phrase, how often it stands in them, and with that the score is made here.
/// </summary>
internal sealed class FieldScore(FieldLengths lengths, long articles)
{
    // As they stand in FTS5's bm25().
    private const double Fts5K = 1.2;
    private const double Fts5B = 0.75;
    private const double LeastFts5Weight = 1e-6;

    // Chosen on the older 70 % of a corpus of questions; half as much or twice as much makes little difference.
    private const double K = 2;
    private const double NamedB = 0.5;
    private const double OtherB = 0.3;

    // What an article is called is scored once more by itself: BM25 counts many words of a text hardly more than one, whatever they weigh.
    private const double NamedK = 1.2;
    private const double TitleWeight = 5;
    private const double MostTimes = 1_000;
    private readonly double _weight = IndexFacts.WeightOf(articles, lengths.Articles);
    private readonly double _fts5Weight = Math.Max(LeastFts5Weight, Math.Log((Math.Max(0, lengths.Articles - articles) + 0.5) / (articles + 0.5)));

    /// <summary>Of an article, from its bm25() by what it is called and by the rest, with field weights that begin with <see cref="TitleWeight"/>.</summary>
    public double Of(long article, double named, double other)
    {
        var (namedLength, otherLength) = lengths.Of(article);
        var length = Fts5K * (1 - Fts5B + (Fts5B * (namedLength + otherLength) / lengths.Average));
        var (namedTimes, otherTimes) = (Times(named, length), Times(other, length));
        var namedSize = 1 - NamedB + (NamedB * namedLength / lengths.AverageNamed);
        var otherSize = 1 - OtherB + (OtherB * otherLength / lengths.AverageOther);
        var titles = namedTimes / TitleWeight;
        return _weight * (Saturated((namedTimes / namedSize) + (otherTimes / otherSize), K) + Saturated(titles / namedSize, NamedK));
    }

    private static double Saturated(double times, double k) => times * (k + 1) / (times + k);

    // bm25() = weight × times × (k + 1) / (times + length), solved for times.
    private double Times(double score, double length)
    {
        var left = (_fts5Weight * (Fts5K + 1)) - score;
        return score <= 0 ? 0 : left <= 0 ? MostTimes : Math.Min(MostTimes, score * length / left);
    }
}
