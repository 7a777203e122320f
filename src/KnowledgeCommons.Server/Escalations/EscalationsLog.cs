namespace KnowledgeCommons.Server.Escalations;

internal static partial class EscalationsLog
{
    [LoggerMessage(EventId = 30, Level = LogLevel.Warning,
        Message = "A message by {Channel} ({Row}) was not delivered at attempt {Attempt}; the desk shows why.")]
    public static partial void NotDelivered(this ILogger log, string channel, string row, long attempt);

    [LoggerMessage(EventId = 31, Level = LogLevel.Warning, Message = "A call from {Channel} was refused: {Why}")]
    public static partial void HookRefused(this ILogger log, string channel, string why);
}
