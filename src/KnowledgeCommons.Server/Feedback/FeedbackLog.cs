namespace KnowledgeCommons.Server.Feedback;

internal static partial class FeedbackLog
{
    [LoggerMessage(EventId = 200, Level = LogLevel.Warning, Message = "{Count} readings were not counted because the database did not take them in time.")]
    public static partial void ReadingsDropped(this ILogger log, long count);

    [LoggerMessage(EventId = 201, Level = LogLevel.Warning, Message = "{Count} or more readings could not be stored before the stop.")]
    public static partial void ReadingsLost(this ILogger log, int count, Exception failure);
}
