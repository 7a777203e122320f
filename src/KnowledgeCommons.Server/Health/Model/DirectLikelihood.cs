namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// Contacts about an article by people who did not read it, as a negative binomial count of shape 1.5: how many do not read differs much from article
/// to article. What is the same for all means is left out.
/// </summary>
internal static class DirectLikelihood
{
    private const double Shape = 1.5;

    public static double Log(double direct, double mean) => (direct * Math.Log((mean + 1e-9) / (direct + 1e-9))) - ((direct + Shape) * Math.Log((Shape + mean) / (Shape + direct)));

    /// <summary>Adds them to the cells' logarithms: they speak of the difficulty alone. <paramref name="expected"/>: at usual difficulty.</summary>
    public static void Add(Span<double> logs, double direct, double expected, double power)
    {
        if (expected <= 0 || power <= 0) return;
        Span<double> byDifficulty = stackalloc double[Lattice.Difficulties];
        for (var j = 0; j < byDifficulty.Length; j++) byDifficulty[j] = Log(direct, expected * Math.Pow(Lattice.Difficulty[j], power));
        for (var cell = 0; cell < logs.Length; cell++) logs[cell] += byDifficulty[cell % Lattice.Difficulties];
    }
}
