namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// How well articles fit one word or phrase: BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004), in which a
/// short title is not made long by the text below it.
/// </summary>
internal sealed class FieldScore(FieldLengths lengths)
{
    // Chosen on the older 70 % of a corpus of questions; half as much or twice as much makes little difference.
    private const double K = 2;
    private const double NamedB = 0.5;
    private const double OtherB = 0.3;

    // What an article is called is scored once more by itself: BM25 counts many words of a text hardly more than one, whatever they weigh.
    private const double NamedK = 1.2;

    /// <summary>Of a word that stands in so many <paramref name="articles"/>; more than 0 where it stands at all.</summary>
    public double Of(long article, Times times, long articles)
    {
        var (namedLength, otherLength) = lengths.Of(article);
        var named = times.Named / (1 - NamedB + (NamedB * namedLength / lengths.AverageNamed));
        var other = times.Other / (1 - OtherB + (OtherB * otherLength / lengths.AverageOther));
        var title = named / FieldWeights.Of(Field.Title);
        return IndexFacts.WeightOf(articles, lengths.Articles) * (Saturated(named + other, K) + Saturated(title, NamedK));
    }

    private static double Saturated(double times, double k) => times * (k + 1) / (times + k);
}
