namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// What is carried of one article from week to week: faded sums, its message (the logarithm of what evidence says about each cell, without the
/// prior) and where it stands.
/// </summary>
internal sealed class ArticleTrail(int topic)
{
    public int Topic { get; set; } = topic;
    public SurgeBaseline Usual;

    /// <summary>The sums of the week's days that are not left out. Empty at the end of a week.</summary>
    public DayCounts Week;

    /// <summary>A disturbance was declared for today.</summary>
    public bool LeftOutToday { get; set; }

    /// <summary>What its cells say at the end of the last week, votes and direct contacts included.</summary>
    public PosteriorReading Reading { get; set; } = new() { Usual = 1 };

    /// <summary>Null until something was seen: the prior alone.</summary>
    public float[]? Message { get; set; }

    /// <summary>Episodes × week factors.</summary>
    public double Exposure { get; set; }
    public double Episodes { get; set; }
    public double Failed { get; set; }
    public double FailedPeople { get; set; }
    public double WeeksWithFailures { get; set; }
    public double Reasons { get; set; }
    public double PageReasons { get; set; }
    public double Yes { get; set; }
    public double NotYet { get; set; }

    /// <summary>Contacts by people who did not read, and the episodes beside them: they speak of the topic, a rewrite does not end them.</summary>
    public double Direct { get; set; }
    public double DirectEpisodes { get; set; }

    /// <summary>Failures and exposure of the last week alone.</summary>
    public double LastFailed { get; set; }
    public double LastExposure { get; set; }

    public double EpisodesPerWeek { get; set; }
    public int Weeks { get; set; }
    public int IncidentDays { get; set; }

    /// <summary>How wrong a flag would be, by the weeks it looked bad so far: see <see cref="FlagList.Follow"/>.</summary>
    public double WrongLogOdds { get; set; } = FlagList.Start;

    /// <summary>Mean factor on its topic's failures, 1 until evidence says otherwise.</summary>
    public double Factor { get; set; } = 1;

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
        Direct += counts.Direct;
        DirectEpisodes += counts.Episodes;
        (LastFailed, LastExposure) = (counts.Failed, exposure);
    }

    /// <summary>Fades all sums and what the message says.</summary>
    public void Fade(double factor)
    {
        FadeSums(factor);
        (Direct, DirectEpisodes) = (Direct * factor, DirectEpisodes * factor);
        if (Message is null) return;
        for (var cell = 0; cell < Message.Length; cell++) Message[cell] *= (float)factor;
    }

    /// <summary>Fades the page's sums alone: the message was turned otherwise, and direct contacts are the topic's.</summary>
    public void FadeSums(double factor)
    {
        Exposure *= factor;
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
        (Week, Weeks, IncidentDays, WrongLogOdds, LastFailed, LastExposure) = (default, 0, 0, FlagList.Start, 0, 0);
    }

    /// <summary>All sums, in the order in which they are saved.</summary>
    public double[] Sums
    {
        get =>
        [
            Exposure, Episodes, Failed, FailedPeople, WeeksWithFailures, Reasons, PageReasons, Yes, NotYet,
            Direct, DirectEpisodes, LastFailed, LastExposure, EpisodesPerWeek, Factor
        ];
        set => (Exposure, Episodes, Failed, FailedPeople, WeeksWithFailures, Reasons, PageReasons, Yes, NotYet,
            Direct, DirectEpisodes, LastFailed, LastExposure, EpisodesPerWeek, Factor) =
            (value[0], value[1], value[2], value[3], value[4], value[5], value[6], value[7], value[8],
                value[9], value[10], value[11], value[12], value[13], value[14]);
    }
}
