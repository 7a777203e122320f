namespace KnowledgeCommons.Server.Health.Model;

/// <summary>What was known of an article when it was rewritten, and what was seen since.</summary>
internal sealed class RewriteTrail(float[] before, bool wasBad)
{
    /// <summary>
    /// The old page counts as surely bad from this probability on. Pages are picked for looking bad: of those between 0.7 and 0.8, one in five that
    /// seemed helped was not, of those above it one in fifty (in the simulated world).
    /// </summary>
    public const double SurelyBad = 0.8;

    /// <summary>Probabilities of the cells before the rewrite.</summary>
    public float[] Before { get; } = before;

    /// <summary>The old page was surely bad: its probability was at least <see cref="SurelyBad"/>.</summary>
    public bool WasBad { get; } = wasBad;

    /// <summary>The logarithm of what evidence since says about each cell of the new page.</summary>
    public float[] Since { get; init; } = new float[Lattice.Cells];
}
