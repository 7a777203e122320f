namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// What is carried of one article from week to week: faded sums, its message (the logarithm of what evidence says about each cell, without the
/// prior) and where it stands.
/// </summary>
internal sealed class ArticleTrail(int topic)
{
    public int Topic { get; set; } = topic;
    public SurgeBaseline Usual;

    /// <summary>The sums of the week's days that are not left out.</summary>
    public DayCounts Week;

    /// <summary>A disturbance was declared for today.</summary>
    public bool LeftOutToday { get; set; }

    /// <summary>What its cells say at the end of the last week, votes included.</summary>
    public PosteriorReading Reading { get; set; }

    /// <summary>Null until something was seen: the prior alone.</summary>
    public float[]? Message { get; set; }

    /// <summary>Episodes × week factors, and the expected failures that the message already holds.</summary>
    public double Exposure { get; set; }
    public double ExpectedInMessage { get; set; }

    public double Episodes { get; set; }
    public double Failed { get; set; }
    public double FailedPeople { get; set; }
    public double WeeksWithFailures { get; set; }
    public double Reasons { get; set; }
    public double PageReasons { get; set; }
    public double Yes { get; set; }
    public double NotYet { get; set; }
    public double EpisodesPerWeek { get; set; }
    public int Weeks { get; set; }
    public int IncidentDays { get; set; }
    public double Harms { get; set; }

    /// <summary>The weight of the article in what its topic learns: its probability to be ordinary, for not too much evidence.</summary>
    public double Weight { get; set; } = 1;

    /// <summary>Mean factor on its topic's failures, 1 until evidence says otherwise.</summary>
    public double Factor { get; set; } = 1;

    /// <summary>The same, if the page is in order and its topic not hard.</summary>
    public double UsualFactor { get; set; } = 1;

    public RewriteTrail? Rewrite { get; set; }
    public Standing Standing { get; set; } = Standing.Start;

    /// <summary>Takes the week's sums into the faded ones.</summary>
    public void Add(in DayCounts counts, double exposure)
    {
        Exposure += exposure;
        Episodes += counts.Episodes;
        Failed += counts.Failed;
        FailedPeople += counts.FirstFailures;
        if (counts.Failed >= 0.5f) WeeksWithFailures++;
        Reasons += counts.Reasons;
        PageReasons += counts.PageReasons;
        Yes += counts.Yes;
        NotYet += counts.NotYet;
    }

    /// <summary>Fades all sums and what the message says.</summary>
    public void Fade(double factor)
    {
        FadeSums(factor);
        if (Message is null) return;
        for (var cell = 0; cell < Message.Length; cell++) Message[cell] *= (float)factor;
    }

    /// <summary>Fades the sums alone: the message was turned otherwise.</summary>
    public void FadeSums(double factor)
    {
        Exposure *= factor;
        ExpectedInMessage *= factor;
        Episodes *= factor;
        Failed *= factor;
        FailedPeople *= factor;
        WeeksWithFailures *= factor;
        Reasons *= factor;
        PageReasons *= factor;
        Yes *= factor;
        NotYet *= factor;
    }

    /// <summary>Forgets all sums: the page is another one.</summary>
    public void Rest()
    {
        FadeSums(0);
        (Week, Weeks, IncidentDays, Harms) = (default, 0, 0, 0);
    }
}
