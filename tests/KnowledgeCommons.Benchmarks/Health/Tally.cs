using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Health.Simulation;

namespace KnowledgeCommons.Benchmarks.Health;

/// <summary>Running totals that the simple methods look at: raw votes and calls, and the failures of our own counting.</summary>
internal sealed class Tally(World world)
{
    private readonly int _topics = world.Topics.Count;

    public World World { get; } = world;
    public int Articles { get; } = world.Articles.Count;
    public double[] Yes { get; } = new double[world.Articles.Count];
    public double[] NotYet { get; } = new double[world.Articles.Count];
    public double[] Calls { get; } = new double[world.Articles.Count];
    public double[] Episodes { get; } = new double[world.Articles.Count];
    public double[] Failed { get; } = new double[world.Articles.Count];

    /// <summary>Failures expected of each article at the rate of its topic.</summary>
    public double[] Expected { get; } = new double[world.Articles.Count];

    public void Take(SimulatedDay day, IReadOnlyList<DayCounts> counts)
    {
        foreach (var seen in counts)
        {
            Yes[seen.Article] += seen.Yes;
            NotYet[seen.Article] += seen.NotYet;
            Episodes[seen.Article] += seen.Episodes;
            Failed[seen.Article] += seen.Failed;
        }
        foreach (var contact in day.Contacts)
            if (contact.CountedFor >= 0) Calls[contact.CountedFor] += contact.Calls;
    }

    public void Expect()
    {
        var (episodes, failed) = (new double[_topics], new double[_topics]);
        for (var article = 0; article < Articles; article++)
        {
            episodes[Topic(article)] += Episodes[article];
            failed[Topic(article)] += Failed[article];
        }
        for (var article = 0; article < Articles; article++)
            Expected[article] = Episodes[article] * failed[Topic(article)] / Math.Max(1, episodes[Topic(article)]);
    }

    public void Forget(int article) =>
        Yes[article] = NotYet[article] = Calls[article] = Episodes[article] = Failed[article] = 0;

    private int Topic(int article) => World.Articles[article].Topic.Number;
}
