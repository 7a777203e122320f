namespace KnowledgeCommons.Server.Escalations;

/// <summary>A few bytes can claim to be a picture that fills the memory of whoever opens it. The largest cameras stay below these limits.</summary>
internal static class PictureSize
{
    private const int LongestSide = 30_000;
    private const long MostPixels = 120_000_000;

    /// <summary>Of all frames together.</summary>
    public const long MostPixelsMoving = 600_000_000;

    public static bool IsHuge(long width, long height) => width > LongestSide || height > LongestSide || width * height > MostPixels;
}
