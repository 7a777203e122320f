namespace KnowledgeCommons.Benchmarks.Health;

/// <summary>Flags the articles with most calls.</summary>
internal sealed class TopMethod(string name, Tally tally, double share) : Method(name)
{
    private double _least = double.MaxValue;

    public override void Judge() => _least = tally.Calls.OrderDescending().ElementAt((int)(share * tally.Articles) - 1);

    public override bool Flags(int article) => tally.Calls[article] >= _least;

    public override double Score(int article) => tally.Calls[article];
}
