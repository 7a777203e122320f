namespace KnowledgeCommons.Server.Health.Model;

/// <summary>What can happen to an article besides being read. The numbers are stored; never change one.</summary>
public enum HealthEventKind
{
    /// <summary>A revision that says the same (see <see cref="RevisionChange"/>): all evidence is kept.</summary>
    MinorRevision = 1,

    /// <summary>A revision that says something else, without a rewrite case: what is known of the page fades, what is known of the topic stays.</summary>
    SubstantiveRevision = 2,

    /// <summary>A declared rewrite, or more than half of the words changed: the page is new, its topic is not. Verifying begins.</summary>
    Rewrite = 3,

    /// <summary>This day the article was hit by a disturbance that somebody declared: the day is left out.</summary>
    Incident = 4,

    /// <summary>The same for a whole topic; <see cref="HealthEvent.Article"/> holds the topic's number.</summary>
    TopicIncident = 5,

    /// <summary>The owner says the page is right, and why. No flag for 12 weeks.</summary>
    PageIsRight = 6,

    /// <summary>Somebody takes the rewrite.</summary>
    RewriteTaken = 7,

    /// <summary>The rewrite was given back: the article is judged by its evidence again.</summary>
    RewriteGivenBack = 8,

    /// <summary>An owner or technician flags it by hand. It acts at once.</summary>
    FlagRaised = 9,

    /// <summary>The owner of the service says that the product is fixed: evidence of before fades.</summary>
    ServiceFixed = 10,

    /// <summary>No longer published: judged no more, its history stays.</summary>
    Withdrawn = 11,

    /// <summary>Published again.</summary>
    Restored = 12
}
