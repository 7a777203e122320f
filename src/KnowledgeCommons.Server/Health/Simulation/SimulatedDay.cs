namespace KnowledgeCommons.Server.Health.Simulation;

/// <summary>What happened on one day, by article number. Its buffers are used again for the next day.</summary>
internal sealed class SimulatedDay(int articles)
{
    public int Number { get; set; }
    public int[] Episodes { get; } = new int[articles];
    public int[] Yes { get; } = new int[articles];
    public int[] NotYet { get; } = new int[articles];

    /// <summary>Stuffed votes of new (made-up) visitors, and those a visitor gave again, which do not count here.</summary>
    public int[] StuffedByMany { get; } = new int[articles];
    public int[] StuffedByOne { get; } = new int[articles];
    public int[] Direct { get; } = new int[articles];
    public List<SimulatedContact> Contacts { get; } = [];
    public List<SimulatedRevision> Revisions { get; } = [];

    /// <summary>Contacts that ordinary pages would have spared, as the mean for the episodes of the day.</summary>
    public double[] Avoidable { get; } = new double[articles];

    public void Clear()
    {
        foreach (var counts in new[] { Episodes, Yes, NotYet, StuffedByMany, StuffedByOne, Direct }) Array.Clear(counts);
        Array.Clear(Avoidable);
        Contacts.Clear();
        Revisions.Clear();
    }
}
