namespace KnowledgeCommons.Server.Health.Model;

/// <summary>What was known of an article when it was rewritten, and what was seen since.</summary>
internal sealed class RewriteTrail(float[] before, bool wasBad)
{
    /// <summary>Probabilities of the cells before the rewrite.</summary>
    public float[] Before { get; } = before;

    /// <summary>The old page was more likely bad than not.</summary>
    public bool WasBad { get; } = wasBad;

    /// <summary>The logarithm of what evidence since says about each cell of the new page.</summary>
    public float[] Since { get; init; } = new float[Lattice.Cells];
}
