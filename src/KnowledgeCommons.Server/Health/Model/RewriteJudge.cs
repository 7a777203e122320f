namespace KnowledgeCommons.Server.Health.Model;

/// <summary>Compares the page before and after a rewrite: the joint probability of old fault, new fault and difficulty, given all evidence.</summary>
internal static class RewriteJudge
{
    /// <summary>Two steps of the lattice down: at most 0.76 times.</summary>
    private const int HelpedBy = 2;

    public static RewriteVerdict Judge(RewriteTrail rewrite, RewriteKernel kernel)
    {
        double all = 0, works = 0, helped = 0, worse = 0;
        var bad = Lattice.FirstFaultFrom(1.5);
        ForEachMove(rewrite, (from, to, weight) =>
        {
            var here = weight * kernel.Move(from, to);
            all += here;
            if (to < bad) works += here;
            if (to <= from - HelpedBy) helped += here;
            if (to > from) worse += here;
        });
        return new RewriteVerdict(works / all, helped / all, worse / all, rewrite.WasBad);
    }

    /// <summary>Each pair of an old and a new fault with its weight, the kernel left out.</summary>
    public static void ForEachMove(RewriteTrail rewrite, Action<int, int, double> each)
    {
        Span<double> since = stackalloc double[Lattice.Cells];
        for (var cell = 0; cell < since.Length; cell++) since[cell] = rewrite.Since[cell];
        Posterior.Normalize(since);
        for (var from = 0; from < Lattice.Faults; from++)
            for (var to = 0; to < Lattice.Faults; to++)
            {
                var weight = 0.0;
                for (var j = 0; j < Lattice.Difficulties; j++)
                    weight += rewrite.Before[(from * Lattice.Difficulties) + j] * since[(to * Lattice.Difficulties) + j];
                each(from, to, weight);
            }
    }
}
