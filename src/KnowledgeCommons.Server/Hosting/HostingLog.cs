namespace KnowledgeCommons.Server.Hosting;

internal static partial class HostingLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "{Work} failed and will be tried again.")]
    public static partial void RoundFailed(this ILogger log, string work, Exception failure);
}
