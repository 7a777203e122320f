using static MathNet.Numerics.SpecialFunctions;

namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// What an ordinary page of one topic is like: failures per episode, odds of a not-yet vote, share of reasons that name the page; with the tables
/// of logarithms that follow from it.
/// </summary>
internal sealed class TopicBasis
{
    private const double WrongLinks = 0.12;
    private const double MostChance = 0.7;

    /// <summary>Of the contacts that a hard topic adds one fifth name the page, of those that a faulty page adds four fifths.</summary>
    private const double HardSaysPage = 0.2;
    private const double FaultSaysPage = 0.8;

    private const double VoteConcentration = 10;
    private const double VotePower = 1.3;

    public TopicBasis(double failureRate, double notYetOdds, double pageShare, double directRate, double rateSpread, double placeboRate)
    {
        (FailureRate, NotYetOdds, PageShare, DirectRate, RateSpread) = (failureRate, notYetOdds, pageShare, directRate, rateSpread);
        Chance = Math.Min(MostChance, WrongLinks + (placeboRate / failureRate));
        for (var k = 0; k < Lattice.Products; k++)
        {
            Factor[k] = ((1 - Chance) * Lattice.Product[k]) + Chance;
            LogFactor[k] = Math.Log(Factor[k]);
            var odds = notYetOdds * Math.Pow(Lattice.Product[k], VotePower);
            (NotYetWeight[k], YesWeight[k]) = (VoteConcentration * odds / (1 + odds), VoteConcentration / (1 + odds));
            LogVotes[k] = GammaLn(NotYetWeight[k]) + GammaLn(YesWeight[k]);
        }
        for (var cell = 0; cell < Lattice.Cells; cell++)
        {
            var says = SaysPage(Lattice.Fault[cell / Lattice.Difficulties], Lattice.Difficulty[cell % Lattice.Difficulties]);
            (LogPage[cell], LogOther[cell]) = (Math.Log(says), Math.Log(1 - says));
        }
    }

    /// <summary>Failed persons per episode.</summary>
    public double FailureRate { get; }
    public double NotYetOdds { get; }
    public double PageShare { get; }

    /// <summary>Contacts by people who did not read, for each episode.</summary>
    public double DirectRate { get; }

    /// <summary>Standard deviation of the logarithm of <see cref="FailureRate"/>: how little it is known.</summary>
    public double RateSpread { get; }

    /// <summary>Share of the failures counted that have nothing to do with the article.</summary>
    public double Chance { get; }

    /// <summary>For each product of fault and difficulty the factor on expected failures, and its logarithm.</summary>
    public double[] Factor { get; } = new double[Lattice.Products];
    public double[] LogFactor { get; } = new double[Lattice.Products];

    /// <summary>For each product the beta distribution of a not-yet vote: its two weights, and the logarithm of their gamma functions' product.</summary>
    public double[] NotYetWeight { get; } = new double[Lattice.Products];
    public double[] YesWeight { get; } = new double[Lattice.Products];
    public double[] LogVotes { get; } = new double[Lattice.Products];

    /// <summary>For each cell the logarithm of the probability that a reason names the page, or does not.</summary>
    public double[] LogPage { get; } = new double[Lattice.Cells];
    public double[] LogOther { get; } = new double[Lattice.Cells];

    private double SaysPage(double fault, double difficulty)
    {
        var (t, d) = (Math.Max(1, fault), Math.Max(1, difficulty));
        return Math.Clamp((PageShare + (HardSaysPage * (d - 1)) + (FaultSaysPage * d * (t - 1))) / (d * t), 0.03, 0.97);
    }
}
