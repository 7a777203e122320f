namespace KnowledgeCommons.Server.Health;

internal static partial class HealthLog
{
    [LoggerMessage(EventId = 500, Level = LogLevel.Warning, Message = "The saved state of {Day} cannot be used; the days are gone through again.")]
    public static partial void CheckpointDamaged(this ILogger log, DateOnly day, Exception damage);

    [LoggerMessage(EventId = 501, Level = LogLevel.Information, Message = "Judged {Articles} articles up to {Day} in {Milliseconds} ms.")]
    public static partial void Judged(this ILogger log, int articles, DateOnly day, long milliseconds);
}
