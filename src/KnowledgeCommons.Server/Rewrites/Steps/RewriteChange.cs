namespace KnowledgeCommons.Server.Rewrites;

/// <summary>A step in a rewrite case: how it stands afterwards, what goes onto its timeline, and whether somebody is written to about it at once.</summary>
internal sealed record RewriteChange(RewriteCase After, RewriteEvent Event)
{
    /// <summary>The key of who gets a mail about this; null for nobody.</summary>
    public string? Tell { get; init; }
}
