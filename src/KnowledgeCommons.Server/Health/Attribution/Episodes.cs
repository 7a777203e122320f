namespace KnowledgeCommons.Server.Health;

/// <summary>One person trying one article: a reading that is not within 7 days of the beginning of the episode before.</summary>
internal static class Episodes
{
    public const int Days = 7;

    /// <summary>The days on which episodes began, of the days on which the person read, in ascending order.</summary>
    public static IEnumerable<long> Starts(IEnumerable<long> read)
    {
        long? began = null;
        foreach (var day in read)
        {
            if (day < began + Days) continue;
            began = day;
            yield return day;
        }
    }
}
