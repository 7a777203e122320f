namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// What the evidence says about one article at one time. Fault is the factor by which the page itself multiplies contacts: 1 is an ordinary page
/// of its topic, 2 causes twice as many. Counts fade with time and evidence (<see cref="Memory"/>) and leave out incident days.
/// </summary>
internal sealed record ArticleEstimate
{
    /// <summary>Probability from 0 to 1 that the fault is 1.5 or more.</summary>
    public required double Bad { get; init; }

    /// <summary>Probability that the page is an ordinary one: a fault below 1.25.</summary>
    public required double Ordinary { get; init; }

    /// <summary>Probability that the fault is 1.75 or more.</summary>
    public required double Grave { get; init; }

    /// <summary>Probability that the page is in order (fault below 1.5) and the topic is hard (difficulty above 1.6).</summary>
    public required double Hard { get; init; }

    /// <summary>Expected fault.</summary>
    public required double Fault { get; init; }

    /// <summary>The fault lies between these with 90 %.</summary>
    public required double FaultLow { get; init; }
    public required double FaultHigh { get; init; }

    /// <summary>Expected difficulty of the topic, 1 = as usual in its category.</summary>
    public required double Difficulty { get; init; }

    /// <summary>Episodes, failed persons, and the failures expected of an ordinary page of the topic, all faded alike.</summary>
    public required double Episodes { get; init; }
    public required double Failed { get; init; }
    public required double Expected { get; init; }

    public required double Reasons { get; init; }
    public required double PageReasons { get; init; }
    public required double Yes { get; init; }
    public required double NotYet { get; init; }

    /// <summary>Contacts a week that a good rewrite would spare.</summary>
    public required double ExcessPerWeek { get; init; }

    /// <summary>Contacts a week above an ordinary page of the category, whoever is at fault.</summary>
    public required double AboveOrdinaryPerWeek { get; init; }

    /// <summary>Weeks of evidence since the article, or its last rewrite, was published.</summary>
    public required int Weeks { get; init; }

    /// <summary>Different weeks with a failure, and different people who failed, faded; at most the weeks seen.</summary>
    public required double WeeksWithFailures { get; init; }
    public required double FailedPeople { get; init; }

    /// <summary>Days left out as incidents since the last rewrite; why a spike is not held against the page.</summary>
    public required int IncidentDays { get; init; }

    /// <summary>After a rewrite: what it did. Null when there was none, or it has long been judged.</summary>
    public RewriteVerdict? Verdict { get; init; }
}
