using KnowledgeCommons.Server.Health.Model;
using MathNet.Numerics;

namespace KnowledgeCommons.Tests.Health.Model;

public sealed class LikelihoodTests
{
    private static readonly TopicBasis Basis = new(failureRate: 0.04, notYetOdds: 0.5, pageShare: 0.47, directRate: 0.03, rateSpread: 0, placeboRate: 0.0018);

    [Theory]
    [InlineData(3, 1)]
    [InlineData(0.2, 7.5)]
    [InlineData(400, 900)]
    public void Votes_weigh_the_cells_as_the_beta_binomial_formula_says(double yes, double notYet)
    {
        var cells = Even();
        Likelihood.TakeVotes(cells, Basis, yes, notYet);
        Same(cells, cell =>
        {
            var odds = 0.5 * Math.Pow(Lattice.Product[Lattice.ProductOf[cell]], 1.3);
            var (a, b) = (10 * odds / (1 + odds), 10 / (1 + odds));
            return SpecialFunctions.BetaLn(a + notYet, b + yes) - SpecialFunctions.BetaLn(a, b);
        });
    }

    [Theory]
    [InlineData(0, 2.5)]
    [InlineData(6, 2.5)]
    [InlineData(5000, 0.03)]
    public void Direct_contacts_weigh_the_cells_by_their_difficulty_however_many_they_are(double direct, double expected)
    {
        var cells = Even();
        DirectLikelihood.Take(cells, direct, expected, [.. Lattice.Difficulty.Select(difficulty => Math.Pow(difficulty, 0.3))]);
        Same(cells, cell => DirectLikelihood.Log(direct, expected * Math.Pow(Lattice.Difficulty[cell % Lattice.Difficulties], 0.3)));
    }

    [Fact]
    public void Rows_of_any_length_get_the_exponentials_and_logarithms_of_one_by_one()
    {
        double[] values = [.. Enumerable.Range(1, 43).Select(place => place / 3.0)];
        var (raised, logs) = ((double[])values.Clone(), (double[])values.Clone());
        CellMath.Exp(raised);
        CellMath.Log(logs);
        for (var place = 0; place < values.Length; place++)
        {
            Assert.Equal(1, raised[place] / Math.Exp(values[place]), 13);
            Assert.Equal(Math.Log(values[place]), logs[place], 13);
        }
    }

    private static double[] Even() => [.. Enumerable.Repeat(1.0 / Lattice.Cells, Lattice.Cells)];

    private static void Same(double[] cells, Func<int, double> log)
    {
        Posterior.Scale(cells);
        double[] wanted = [.. Enumerable.Range(0, Lattice.Cells).Select(log)];
        Posterior.Normalize(wanted);
        for (var cell = 0; cell < cells.Length; cell++) Assert.Equal(wanted[cell], cells[cell], 9);
    }
}
