namespace KnowledgeCommons.Server.Escalations;

/// <summary>The answers a reader can choose from, most pressing first.</summary>
internal static class HelpChoices
{
    public const string Stopped = "stopped";
    public const string Slowed = "slowed";
    public const string Me = "me";
    public const string Here = "here";
    public const string Email = "email";
    public const string Phone = "phone";

    public static IReadOnlyList<string> Impact { get; } = [Stopped, Slowed, "annoyed"];
    public static IReadOnlyList<string> People { get; } = [Me, "team", "many"];
    public static IReadOnlyList<string> Reach { get; } = [Email, Phone, "chat", Here];
}
