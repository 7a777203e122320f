namespace KnowledgeCommons.Server.Health.Model;

/// <summary>Turns logarithms of cells into probabilities, and reads from those what is told about an article.</summary>
internal static class Posterior
{
    private static readonly int Bad = Lattice.FirstFaultFrom(1.5);
    private static readonly int Grave = Lattice.FirstFaultFrom(1.74);
    private static readonly int NotOrdinary = Lattice.FirstFaultFrom(1.25);
    private static readonly int Hard = Array.FindIndex(Lattice.Difficulty, difficulty => difficulty > 1.6);

    /// <summary>exp, so that the sum is 1.</summary>
    public static void Normalize(Span<double> logs)
    {
        var most = double.NegativeInfinity;
        foreach (var log in logs) most = Math.Max(most, log);
        for (var cell = 0; cell < logs.Length; cell++) logs[cell] -= most;
        CellMath.Exp(logs);
        Scale(logs);
    }

    /// <summary>So that the sum is 1.</summary>
    public static void Scale(Span<double> cells)
    {
        var sum = 0.0;
        foreach (var cell in cells) sum += cell;
        for (var cell = 0; cell < cells.Length; cell++) cells[cell] /= sum;
    }

    /// <summary>The static posterior of evidence that was gathered under one constant fault: prior × contacts × reasons × votes.</summary>
    public static double[] Of(Prior prior, TopicBasis basis, in ContactEvidence seen, double yes, double notYet, double dispersion)
    {
        var cells = (double[])prior.Logs.Clone();
        Likelihood.AddContacts(cells, basis, seen, dispersion);
        Normalize(cells);
        Likelihood.TakeVotes(cells, basis, yes, notYet);
        Scale(cells);
        return cells;
    }

    public static PosteriorReading Read(ReadOnlySpan<double> cells)
    {
        Span<double> faults = stackalloc double[Lattice.Faults];
        double fault = 0, hard = 0, difficulty = 0, product = 0, usual = 0;
        for (var i = 0; i < Lattice.Faults; i++)
        {
            for (var j = 0; j < Lattice.Difficulties; j++)
            {
                var here = cells[(i * Lattice.Difficulties) + j];
                faults[i] += here;
                difficulty += here * Lattice.Difficulty[j];
                product += here * Lattice.Difficulty[j] * Lattice.Fault[i];
                if (i < Bad && j >= Hard) hard += here;
                if (i < Bad && j < Hard) usual += here;
            }
            fault += faults[i] * Lattice.Fault[i];
        }
        return new PosteriorReading
        {
            Bad = Sum(faults[Bad..]),
            Grave = Sum(faults[Grave..]),
            Ordinary = Sum(faults[..NotOrdinary]),
            Hard = hard,
            Fault = fault,
            FaultLow = Quantile(faults, 0.05),
            FaultHigh = Quantile(faults, 0.95),
            Difficulty = difficulty,
            Product = product,
            Usual = usual,
            Spared = Spared(cells)
        };
    }

    /// <summary>The mean of (fault - 1)⁺ × difficulty: what a rewrite to an ordinary page would spare, as a multiple of the topic's rate.</summary>
    private static double Spared(ReadOnlySpan<double> cells)
    {
        var spared = 0.0;
        for (var cell = 0; cell < cells.Length; cell++)
            spared += cells[cell] * Math.Max(0, Lattice.Fault[cell / Lattice.Difficulties] - 1) * Lattice.Difficulty[cell % Lattice.Difficulties];
        return spared;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return Math.Min(1, sum);
    }

    private static double Quantile(ReadOnlySpan<double> faults, double share)
    {
        var sum = 0.0;
        for (var i = 0; i < faults.Length; i++)
            if ((sum += faults[i]) >= share) return Lattice.Fault[i];
        return Lattice.Fault[^1];
    }
}
