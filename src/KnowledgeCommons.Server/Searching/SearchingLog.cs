namespace KnowledgeCommons.Server.Searching;

internal static partial class SearchingLog
{
    [LoggerMessage(EventId = 100, Level = LogLevel.Error, Message = "The search index is broken and will be made anew with the next publication.")]
    public static partial void IndexBroken(this ILogger log, Exception broken);

    [LoggerMessage(EventId = 102, Level = LogLevel.Warning, Message = "The search index was locked for too long.")]
    public static partial void IndexLocked(this ILogger log, Exception locked);

    [LoggerMessage(EventId = 103, Level = LogLevel.Warning, Message = "The words of the search index could not be read; misspelt words are not corrected for now.")]
    public static partial void VocabularyNotRead(this ILogger log, Exception broken);

    [LoggerMessage(EventId = 101, Level = LogLevel.Warning, Message = "{Count} searches could not be kept yet.")]
    public static partial void SearchesNotKept(this ILogger log, int count, Exception failure);
}
