namespace KnowledgeCommons.Benchmarks.Health;

/// <summary>A time through which an article was bad: what it cost, and when a method found it.</summary>
internal sealed class BadEpisode
{
    /// <summary>From so many avoidable contacts on it matters.</summary>
    public const double Material = 5;

    public double Avoidable { get; set; }
    public double AvoidableAfter { get; set; }
    public double Failed { get; set; }
    public int Days { get; set; }
    public (double Avoidable, double Failed, int Days)? AtFlag { get; set; }
}
