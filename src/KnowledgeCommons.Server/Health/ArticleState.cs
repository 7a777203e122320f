namespace KnowledgeCommons.Server.Health;

/// <summary>Where an article's present revision stands.</summary>
public enum ArticleState
{
    NotEnoughEvidence,
    Healthy,

    /// <summary>Flagged, and nobody has answered yet.</summary>
    Flagged,

    /// <summary>Its owner took the flag; until another revision is published.</summary>
    BeingRewritten,

    /// <summary>Flagged, but its owner gave a reason why the page is right; for twelve weeks.</summary>
    PageIsRight
}
