namespace KnowledgeCommons.Server.Health.Model;

/// <summary>How evidence fades: busy pages forget by evidence, quiet ones by time.</summary>
internal static class Memory
{
    private const double WeeksToHalf = 500;
    private const double ExpectedToFade = 800;

    /// <summary>The factor, at most 1, on all counts at the end of a week in which <paramref name="expected"/> failures were expected.</summary>
    public static double Factor(double expected) => Math.Exp(-expected / ExpectedToFade) * Math.Pow(2, -1 / WeeksToHalf);
}
