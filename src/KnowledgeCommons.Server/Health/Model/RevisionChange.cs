namespace KnowledgeCommons.Server.Health.Model;

/// <summary>How much of an article's meaning a new revision changes.</summary>
public enum RevisionChange
{
    /// <summary>Other words for the same: less than a tenth changed, and no step, command, code, menu path, link or screenshot.</summary>
    Minor,
    Substantive,

    /// <summary>More than half changed, or declared as a rewrite.</summary>
    Rewrite
}
