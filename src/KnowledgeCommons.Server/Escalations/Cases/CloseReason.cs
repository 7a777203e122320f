namespace KnowledgeCommons.Server.Escalations;

/// <summary>Why a case needed a person, asked when it is closed: it tells the articles' owners what to mend.</summary>
internal static class CloseReason
{
    public const string ThePage = "the-page";
    public const string NeedsAPerson = "needs-a-person";
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } = [ThePage, NeedsAPerson, Other];
}
