namespace KnowledgeCommons.Server.Health.Model;

/// <summary>Why an article's state changed; each has its sentence. The numbers are stored; never change one.</summary>
public enum TransitionCause
{
    /// <summary>What people did speaks for the new state.</summary>
    Evidence = 1,

    /// <summary>Somebody reported harm.</summary>
    Harm = 2,

    /// <summary>Flagged by hand.</summary>
    ByHand = 3,

    OwnerSaysRight = 4,

    /// <summary>The 12 weeks after "page is right" are over.</summary>
    QuietIsOver = 5,

    RewriteTaken = 6,
    RewriteGivenBack = 7,
    RewritePublished = 8,

    /// <summary>The rewrite is as it should be.</summary>
    RewriteWorks = 9,

    /// <summary>The rewrite still sends people back.</summary>
    StillFailing = 10,

    /// <summary>16 weeks without a verdict.</summary>
    TooFewReaders = 11,

    /// <summary>26 weeks after an open verdict it is judged like any other.</summary>
    JudgedAgain = 12,

    /// <summary>Two rewrites did not help.</summary>
    TwoRewritesFailed = 13,

    /// <summary>The page is in order, its topic is hard.</summary>
    HardTopic = 14,

    ServiceFixed = 15,
    Withdrawn = 16,
    Restored = 17
}
