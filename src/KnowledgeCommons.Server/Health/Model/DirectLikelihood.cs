namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// Contacts about an article by people who did not read it, as a negative binomial count of shape 1.5: how many do not read differs much from article
/// to article. What is the same for all means is left out.
/// </summary>
internal static class DirectLikelihood
{
    private const double Shape = 1.5;

    public static double Log(double direct, double mean) => (direct * Math.Log((mean + 1e-9) / (direct + 1e-9))) - ((direct + Shape) * Math.Log((Shape + mean) / (Shape + direct)));

    /// <summary>Turns means into relative likelihoods of this count; their sum is 1.</summary>
    public static void Of(Span<double> means, double direct)
    {
        for (var place = 0; place < means.Length; place++) means[place] = Log(direct, means[place]);
        Posterior.Normalize(means);
    }

    /// <summary>Multiplies the cells by them: they speak of the difficulty alone. <paramref name="expected"/>: at usual difficulty; <paramref name="powers"/>: of the difficulties.</summary>
    public static void Take(Span<double> cells, double direct, double expected, ReadOnlySpan<double> powers)
    {
        if (expected <= 0) return;
        Span<double> byDifficulty = stackalloc double[Lattice.Difficulties];
        for (var j = 0; j < byDifficulty.Length; j++) byDifficulty[j] = expected * powers[j];
        Of(byDifficulty, direct);
        for (var cell = 0; cell < cells.Length; cell++) cells[cell] *= byDifficulty[cell % Lattice.Difficulties];
    }
}
