using static MathNet.Numerics.SpecialFunctions;

namespace KnowledgeCommons.Server.Health.Model;

/// <summary>How likely evidence is in each cell of the lattice; parts that are the same in all cells are left out.</summary>
internal static class Likelihood
{
    /// <summary>
    /// Adds to the cells' logarithms failures as Poisson counts: [O ln x - E x] / φ, x the factor of <see cref="TopicBasis.Factor"/>, φ the over-dispersion; and reasons as
    /// binomial counts: A ln p + (M - A) ln(1 - p).
    /// </summary>
    public static void AddContacts(Span<double> logs, TopicBasis basis, in ContactEvidence seen, double dispersion)
    {
        Span<double> byProduct = stackalloc double[Lattice.Products];
        for (var k = 0; k < byProduct.Length; k++)
            byProduct[k] = ((seen.Failed * basis.LogFactor[k]) - (seen.Expected * basis.Factor[k])) / dispersion;
        var (page, other) = (seen.PageReasons, seen.Reasons - seen.PageReasons);
        for (var cell = 0; cell < logs.Length; cell++)
            logs[cell] += byProduct[Lattice.ProductOf[cell]] + (page * basis.LogPage[cell]) + (other * basis.LogOther[cell]);
    }

    /// <summary>
    /// Multiplies the cells by what votes say: beta-binomial counts of concentration 10 around π, π / (1 - π) = odds × (fault × difficulty)^1.3: few people vote, and not
    /// the same ones everywhere.
    /// </summary>
    public static void TakeVotes(Span<double> cells, TopicBasis basis, double yes, double notYet)
    {
        if (yes + notYet <= 0) return;
        Span<double> byProduct = stackalloc double[Lattice.Products];
        for (var k = 0; k < byProduct.Length; k++)
            byProduct[k] = GammaLn(basis.NotYetWeight[k] + notYet) + GammaLn(basis.YesWeight[k] + yes) - basis.LogVotes[k];
        Posterior.Normalize(byProduct);
        for (var cell = 0; cell < cells.Length; cell++) cells[cell] *= byProduct[Lattice.ProductOf[cell]];
    }
}
