namespace KnowledgeCommons.Benchmarks.Health;

/// <summary>Knows the truth.</summary>
internal sealed class Oracle(Tally tally) : Method("oracle")
{
    public override void Judge()
    {
    }

    public override bool Flags(int article) => tally.World.Articles[article].IsBad;

    public override double Score(int article) => ListQuality.Avoidable(tally.World.Articles[article]);
}
