namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// How a rewrite moves a page's fault: it stays, becomes that of an ordinary page, lands anywhere from 1 to where it was, or gets about 1.5 times
/// worse. The topic's difficulty does not change. Shares are learnt from the site's own rewrites, with the starting belief worth 20 of them.
/// </summary>
internal sealed class RewriteKernel
{
    private const double StartsAs = 20;
    private static readonly double[] Start = [0.40, 0.45, 0.10, 0.05];
    private static readonly double[][] Kinds = [Stays(), BecomesOrdinary(), BecomesBetter(), BecomesWorse()];
    private readonly double[] _sums = [.. Start.Select(share => share * StartsAs)];
    private readonly double[] _moves = new double[Lattice.Faults * Lattice.Faults];

    public RewriteKernel() => Mix();

    /// <summary>Probability of a new fault (place) given the old one.</summary>
    public double Move(int from, int to) => _moves[(from * Lattice.Faults) + to];

    /// <summary>The new page's cell probabilities before anything was seen of it. <paramref name="share"/>: how much of the kernel applies; the rest stays.</summary>
    public void Apply(ReadOnlySpan<double> before, Span<double> after, double share)
    {
        after.Clear();
        for (var from = 0; from < Lattice.Faults; from++)
            for (var to = 0; to < Lattice.Faults; to++)
            {
                var move = (Move(from, to) * share) + (from == to ? 1 - share : 0);
                if (move <= 0) continue;
                for (var j = 0; j < Lattice.Difficulties; j++)
                    after[(to * Lattice.Difficulties) + j] += before[(from * Lattice.Difficulties) + j] * move;
            }
    }

    /// <summary>Learns from one rewrite that was judged: of which kind it probably was.</summary>
    public void Learn(RewriteTrail rewrite)
    {
        var kinds = new double[Kinds.Length];
        RewriteJudge.ForEachMove(rewrite, (from, to, weight) =>
        {
            for (var kind = 0; kind < Kinds.Length; kind++) kinds[kind] += weight * Share(kind) * Kinds[kind][(from * Lattice.Faults) + to];
        });
        var all = kinds.Sum();
        if (all <= 0) return;
        for (var kind = 0; kind < Kinds.Length; kind++) _sums[kind] += kinds[kind] / all;
        Mix();
    }

    public void Write(BinaryWriter to) => Array.ForEach(_sums, to.Write);

    public static RewriteKernel Read(BinaryReader from)
    {
        var read = new RewriteKernel();
        for (var kind = 0; kind < read._sums.Length; kind++) read._sums[kind] = from.ReadDouble();
        read.Mix();
        return read;
    }

    private double Share(int kind) => _sums[kind] / _sums.Sum();

    private void Mix()
    {
        for (var move = 0; move < _moves.Length; move++)
            _moves[move] = Enumerable.Range(0, Kinds.Length).Sum(kind => Share(kind) * Kinds[kind][move]);
    }

    private static double[] Stays() => Rows((from, to) => from == to ? 1 : 0);

    private static double[] BecomesOrdinary() => Rows((_, to) => Prior.Ordinary[to]);

    private static double[] BecomesBetter()
    {
        var one = Lattice.FirstFaultFrom(1);
        return Rows((from, to) => from <= one ? (from == to ? 1 : 0) : to >= one && to <= from ? 1 : 0);
    }

    private static double[] BecomesWorse() => Rows((from, to) => to == Math.Min(Lattice.Faults - 1, from + 3) ? 1 : 0);

    private static double[] Rows(Func<int, int, double> density)
    {
        var rows = new double[Lattice.Faults * Lattice.Faults];
        for (var from = 0; from < Lattice.Faults; from++)
        {
            var row = Enumerable.Range(0, Lattice.Faults).Select(to => density(from, to)).ToArray();
            var sum = row.Sum();
            for (var to = 0; to < Lattice.Faults; to++) rows[(from * Lattice.Faults) + to] = row[to] / sum;
        }
        return rows;
    }
}
