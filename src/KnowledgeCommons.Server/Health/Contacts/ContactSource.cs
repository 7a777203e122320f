namespace KnowledgeCommons.Server.Health;

internal static class ContactSource
{
    /// <summary>The source of cases that were opened here.</summary>
    public const string Here = "knowledge-commons";
}
