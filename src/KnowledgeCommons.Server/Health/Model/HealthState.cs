namespace KnowledgeCommons.Server.Health.Model;

/// <summary>Where an article stands. The numbers are stored; never change one.</summary>
public enum HealthState
{
    /// <summary>Fewer than half a contact would be expected so far: nobody can tell.</summary>
    NotEnoughEvidence = 0,

    Healthy = 1,

    /// <summary>A chance of one in five or more that the page is at fault. A list to pull from.</summary>
    Watch = 2,

    /// <summary>More likely at fault than not. A list to pull from.</summary>
    WorthALook = 3,

    /// <summary>Almost surely the page's fault: its owner is told.</summary>
    Flagged = 4,

    /// <summary>The owner says the page is right; no flag for 12 weeks.</summary>
    PageIsRight = 5,

    BeingRewritten = 6,

    /// <summary>A rewrite is published and being compared with what is expected, for up to 16 weeks.</summary>
    Verifying = 7,

    /// <summary>The rewrite works.</summary>
    Fixed = 8,

    /// <summary>16 weeks after the rewrite there are still too few readers to tell.</summary>
    Unverified = 9,

    /// <summary>No page can help enough: the service or product has to change.</summary>
    NeedsServiceFix = 10,

    Withdrawn = 11
}
