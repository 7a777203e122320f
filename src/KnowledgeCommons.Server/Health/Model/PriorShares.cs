namespace KnowledgeCommons.Server.Health.Model;

/// <summary>Shares of articles with an ordinary, a mild and a grave fault (together 1), and with a hard topic.</summary>
internal readonly record struct PriorShares(double Ordinary, double Mild, double Grave, double Hard)
{
    public static readonly PriorShares Start = new(0.82, 0.08, 0.10, 0.10);

    // As many articles as the starting belief is worth.
    private const double FaultArticles = 100;
    private const double HardArticles = 1000;

    public static PriorShares operator +(PriorShares one, PriorShares other) =>
        new(one.Ordinary + other.Ordinary, one.Mild + other.Mild, one.Grave + other.Grave, one.Hard + other.Hard);

    /// <summary>One step of expectation-maximisation with a Dirichlet(82, 8, 10) and a Beta(100, 900) prior; the sums are over articles.</summary>
    public static PriorShares Learnt(PriorShares sums)
    {
        var articles = sums.Ordinary + sums.Mild + sums.Grave;
        var all = articles + FaultArticles;
        return new PriorShares(
            (sums.Ordinary + (Start.Ordinary * FaultArticles)) / all,
            (sums.Mild + (Start.Mild * FaultArticles)) / all,
            (sums.Grave + (Start.Grave * FaultArticles)) / all,
            (sums.Hard + (Start.Hard * HardArticles)) / (articles + HardArticles));
    }
}
