namespace KnowledgeCommons.Server.Publishing;

internal static partial class PublishingLog
{
    [LoggerMessage(EventId = 100, Level = LogLevel.Information, Message = "Published {Articles} articles at {Version} in {Milliseconds} ms; {Changed} changed, {Findings} findings.")]
    public static partial void Published(this ILogger log, int articles, string version, long milliseconds, int changed, int findings);

    [LoggerMessage(EventId = 101, Level = LogLevel.Warning, Message = "The content could not be read; what was published stays. {Why}")]
    public static partial void SourceFailed(this ILogger log, string why);

    [LoggerMessage(EventId = 102, Level = LogLevel.Warning, Message = "The kept articles could not be read and are prepared anew.")]
    public static partial void PreparedStoreDamaged(this ILogger log, Exception damage);
}
