namespace KnowledgeCommons.Server.Health.Model;

/// <summary>What is carried of one topic: what its ordinary page is like, its usual day, and the sums of the week.</summary>
internal sealed class TopicTrail(TopicBasis basis)
{
    public TopicBasis Basis { get; set; } = basis;
    public SurgeBaseline Usual;

    /// <summary>Today's sums over the topic's articles.</summary>
    public DayCounts Today;

    public bool LeftOutToday { get; set; }

    /// <summary>Failures of the week, and those expected with what was known a week ago.</summary>
    public double WeekFailed { get; set; }
    public double WeekExpected { get; set; }

    /// <summary>What is said of its articles that nobody read, since the last week closed; null before it was asked for of a state that was read.</summary>
    public PosteriorReading? Unread { get; set; }

    /// <summary>Weighted sums over the topic's articles, from which its basis is learnt.</summary>
    public BasisSums Sums { get; set; }

    public void Write(BinaryWriter to)
    {
        foreach (var number in new[] { Basis.FailureRate, Basis.NotYetOdds, Basis.PageShare, Basis.DirectRate, Basis.RateSpread }) to.Write(number);
        Usual.Write(to);
    }

    public static TopicTrail Read(BinaryReader from, double placeboRate) =>
        new(new TopicBasis(from.ReadDouble(), from.ReadDouble(), from.ReadDouble(), from.ReadDouble(), from.ReadDouble(), placeboRate))
        {
            Usual = SurgeBaseline.Read(from)
        };
}
