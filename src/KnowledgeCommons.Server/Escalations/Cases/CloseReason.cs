namespace KnowledgeCommons.Server.Escalations;

/// <summary>Why a case needed a person, asked when it is closed: it tells the articles' owners what to mend.</summary>
internal static class CloseReason
{
    public const string ThePage = "the-page";

    /// <summary>Somebody lost something or was in danger because of the page: it is flagged at once.</summary>
    public const string Unsafe = "unsafe";

    public const string NeedsAPerson = "needs-a-person";
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } = [ThePage, Unsafe, NeedsAPerson, Other];
}
