namespace KnowledgeCommons.Server.Health;

/// <summary>Where an article stands. The numbers are those of <see cref="Model.HealthState"/>.</summary>
public enum ArticleState
{
    NotEnoughEvidence = 0,
    Healthy = 1,

    /// <summary>A chance of one in five that the page is at fault.</summary>
    Watch = 2,

    /// <summary>More likely at fault than not, or the plain rules of <see cref="FlagRule"/> say so: a list to pull from.</summary>
    WorthALook = 3,

    /// <summary>Almost surely at fault, raised by hand, or somebody reported harm; and nobody has answered yet.</summary>
    Flagged = 4,

    /// <summary>Flagged, but its owner gave a reason why the page is right; for twelve weeks.</summary>
    PageIsRight = 5,

    /// <summary>Its owner took the flag; until another revision is published.</summary>
    BeingRewritten = 6,

    /// <summary>A rewrite is published, and compared with what is expected.</summary>
    Verifying = 7,
    Fixed = 8,
    Unverified = 9,

    /// <summary>No page can help enough.</summary>
    NeedsServiceFix = 10,
    Withdrawn = 11
}
