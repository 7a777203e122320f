namespace KnowledgeCommons.Server.Health.Model;

/// <summary>What cell probabilities say; <see cref="ArticleEstimate"/> tells what each means. <see cref="Product"/>: mean of fault × difficulty.</summary>
internal readonly record struct PosteriorReading
{
    public double Bad { get; init; }
    public double Grave { get; init; }
    public double Ordinary { get; init; }
    public double Hard { get; init; }
    public double Fault { get; init; }
    public double FaultLow { get; init; }
    public double FaultHigh { get; init; }
    public double Difficulty { get; init; }
    public double Product { get; init; }

    /// <summary>Probability that the page is in order and its topic not hard.</summary>
    public double Usual { get; init; }

    /// <summary>Mean of (fault - 1)⁺ × difficulty.</summary>
    public double Spared { get; init; }
}
