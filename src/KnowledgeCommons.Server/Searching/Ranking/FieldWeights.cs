namespace KnowledgeCommons.Server.Searching;

/// <summary>What a word counts in each part of an article, for every engine.</summary>
internal static class FieldWeights
{
    private const double CodeCounts = 2;
    private static readonly double[] All = [5, 4, 4, 2, 1.5, 1, 3 * CodeCounts, 1];

    public static int Count => All.Length;

    public static double Of(Field field) => All[(int)field];

    /// <summary>What an article is called: these fields are short, and are measured apart from the rest.</summary>
    public static bool IsNamed(Field field) => field <= Field.Symptoms;
}
