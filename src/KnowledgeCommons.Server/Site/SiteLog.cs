namespace KnowledgeCommons.Server.Site;

internal static partial class SiteLog
{
    [LoggerMessage(EventId = 10, Level = LogLevel.Error, Message = "A request failed.")]
    public static partial void RequestFailed(this ILogger log, Exception failure);

    [LoggerMessage(EventId = 11, Level = LogLevel.Error, Message = "Something a reader sent could not be saved.")]
    public static partial void NotSaved(this ILogger log, Exception failure);
}
