namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// What is believed of an article before it is read. Fault: ordinary pages log-normal(0, 0.15), mild ones even on 1.15…1.75, grave ones from
/// 1.75 on, density falling as exp(-(fault - 1.75) / 1.5). Difficulty: usual topics log-normal(0, 0.30), hard ones log-normal(ln 2.2, 0.35).
/// The shares of the kinds are learnt from the site. Where the topic's rate of failures is itself not well known, an article may fail more than
/// expected for that reason alone; this acts on its counts as a difficulty does, so the spread of the rate is added to that of the difficulty.
/// </summary>
internal sealed class Prior
{
    // A lattice point a hair below 1.75 counts as grave as well.
    private const double GraveFrom = 1.74;

    private static readonly double[] OrdinaryFault = LogNormal(Lattice.Fault, 0, 0.15);
    private static readonly double[] MildFault = Normalized(Lattice.Fault, fault => fault is > 1.149 and <= 1.75 ? 1 : 0);
    private static readonly double[] GraveFault = Normalized(Lattice.Fault, fault => fault >= GraveFrom ? fault * Math.Exp(-(fault - 1.75) / 1.5) : 0);
    private const double UsualSpread = 0.30;
    private const double HardSpread = 0.35;
    private static readonly double HardCentre = Math.Log(2.2);

    // For each fault and difficulty, the shares of the kinds among the articles that have it.
    private readonly PriorShares[] _kinds = new PriorShares[Lattice.Faults];
    private readonly double[] _hard = new double[Lattice.Difficulties];

    /// <param name="rateSpread">Standard deviation of the logarithm of the topic's rate of failures.</param>
    public Prior(PriorShares shares, double rateSpread = 0)
    {
        for (var i = 0; i < Fault.Length; i++)
        {
            var (ordinary, mild, grave) = (shares.Ordinary * OrdinaryFault[i], shares.Mild * MildFault[i], shares.Grave * GraveFault[i]);
            Fault[i] = ordinary + mild + grave;
            _kinds[i] = Fault[i] > 0 ? new PriorShares(ordinary / Fault[i], mild / Fault[i], grave / Fault[i], 0) : default;
        }
        var usualDifficulty = LogNormal(Lattice.Difficulty, 0, double.Hypot(UsualSpread, rateSpread));
        var hardDifficulty = LogNormal(Lattice.Difficulty, HardCentre, double.Hypot(HardSpread, rateSpread));
        var difficulty = new double[Lattice.Difficulties];
        for (var j = 0; j < difficulty.Length; j++)
        {
            var hard = shares.Hard * hardDifficulty[j];
            difficulty[j] = ((1 - shares.Hard) * usualDifficulty[j]) + hard;
            _hard[j] = hard / difficulty[j];
        }
        for (var cell = 0; cell < Lattice.Cells; cell++)
        {
            Cells[cell] = Fault[cell / Lattice.Difficulties] * difficulty[cell % Lattice.Difficulties];
            Logs[cell] = Math.Log(Cells[cell]);
        }
    }

    /// <summary>Probability of each fault, whatever the difficulty.</summary>
    public double[] Fault { get; } = new double[Lattice.Faults];

    /// <summary>Probability of each cell, and its logarithm.</summary>
    public double[] Cells { get; } = new double[Lattice.Cells];
    public double[] Logs { get; } = new double[Lattice.Cells];

    /// <summary>Where the fault of a page that turns bad lies, or that of a page put right.</summary>
    public static ReadOnlySpan<double> Grave => GraveFault;
    public static ReadOnlySpan<double> Ordinary => OrdinaryFault;

    /// <summary>Adds to <paramref name="sums"/> the probability that an article with these cell probabilities is of each kind.</summary>
    public void AddKinds(ReadOnlySpan<double> cells, ref PriorShares sums)
    {
        double ordinary = 0, mild = 0, grave = 0, hard = 0;
        for (var i = 0; i < Lattice.Faults; i++)
        {
            var here = 0.0;
            for (var j = 0; j < Lattice.Difficulties; j++)
            {
                var cell = cells[(i * Lattice.Difficulties) + j];
                here += cell;
                hard += cell * _hard[j];
            }
            ordinary += here * _kinds[i].Ordinary;
            mild += here * _kinds[i].Mild;
            grave += here * _kinds[i].Grave;
        }
        sums = new PriorShares(sums.Ordinary + ordinary, sums.Mild + mild, sums.Grave + grave, sums.Hard + hard);
    }

    private static double[] LogNormal(double[] points, double mean, double spread) =>
        Normalized(points, point => Math.Exp(-Math.Pow((Math.Log(point) - mean) / spread, 2) / 2));

    private static double[] Normalized(double[] points, Func<double, double> density)
    {
        var values = points.Select(density).ToArray();
        var sum = values.Sum();
        return [.. values.Select(value => value / sum)];
    }
}
