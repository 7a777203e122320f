namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// The grid on which fault and difficulty are weighed: fault 1.15^i for i = -5…15, difficulty 1.15^j for j = -4, -2, …, 10. Their product has only
/// 35 values, so a likelihood of it is worked out 35 times for 168 cells. A cell's number is fault × <see cref="Difficulties"/> + difficulty.
/// </summary>
internal static class Lattice
{
    public const int Faults = 21;
    public const int Difficulties = 8;
    public const int Cells = Faults * Difficulties;
    public const int Products = 35;
    private const double Step = 1.15;
    private const int LowestFault = -5;
    private const int LowestDifficulty = -4;

    public static readonly double[] Fault = [.. Enumerable.Range(0, Faults).Select(i => Math.Pow(Step, LowestFault + i))];
    public static readonly double[] Difficulty = [.. Enumerable.Range(0, Difficulties).Select(j => Math.Pow(Step, LowestDifficulty + (2 * j)))];

    /// <summary>All values of fault × difficulty, rising.</summary>
    public static readonly double[] Product = [.. Enumerable.Range(0, Products).Select(k => Math.Pow(Step, LowestFault + LowestDifficulty + k))];

    /// <summary>For each cell the place of its product in <see cref="Product"/>.</summary>
    public static readonly int[] ProductOf = [.. Enumerable.Range(0, Cells).Select(cell => (cell / Difficulties) + (2 * (cell % Difficulties)))];

    /// <summary>The first place in <see cref="Fault"/> that is at least this.</summary>
    public static int FirstFaultFrom(double fault) => Array.FindIndex(Fault, value => value >= fault - 1e-9);
}
