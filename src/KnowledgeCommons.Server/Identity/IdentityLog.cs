namespace KnowledgeCommons.Server.Identity;

internal static partial class IdentityLog
{
    [LoggerMessage(EventId = 61, Level = LogLevel.Warning, Message = "Signing in: {Wrong}")]
    public static partial void ProviderUnreadable(this ILogger log, string wrong);

    // Why, and never the token, the code or who it was.
    [LoggerMessage(EventId = 62, Level = LogLevel.Information, Message = "A sign-in was refused: {Why}")]
    public static partial void SignInRefused(this ILogger log, string why);
}
