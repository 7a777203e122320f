namespace KnowledgeCommons.Server.Health.Model;

/// <summary>The prior of each topic: with the same shares everywhere, but the wider in difficulty, the less its failure rate is known.</summary>
internal sealed class Priors(PriorShares shares)
{
    private const int StepsToOne = 20;
    private readonly Prior?[] _bySpread = new Prior?[StepsToOne + 1];

    /// <summary>The spread is rounded to a twentieth, and taken as 1 at most.</summary>
    public Prior Of(TopicBasis basis)
    {
        var step = (int)Math.Round(Math.Min(1, basis.RateSpread) * StepsToOne);
        return _bySpread[step] ??= new Prior(shares, (double)step / StepsToOne);
    }
}
