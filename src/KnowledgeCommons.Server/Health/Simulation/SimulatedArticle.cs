namespace KnowledgeCommons.Server.Health.Simulation;

/// <summary>The truth about one simulated article, which no method may look at.</summary>
internal sealed class SimulatedArticle
{
    public required int Number { get; init; }

    /// <summary>Its own chance, so that what is done to one article changes nothing elsewhere.</summary>
    public required Dice Dice { get; init; }
    public required SimulatedTopic Topic { get; init; }

    /// <summary>Mean episodes on an average day.</summary>
    public required double EpisodesPerDay { get; init; }

    public required double Difficulty { get; init; }

    /// <summary>The factor by which the page multiplies unsolved problems: 1 is an ordinary page.</summary>
    public double Fault { get; set; } = 1;

    /// <summary>The fault it gets on <see cref="TurnsOn"/>, if the page is going to turn bad.</summary>
    public double FaultToCome { get; init; } = 1;
    public int TurnsOn { get; init; } = -1;

    /// <summary>How eager its readers are to vote, and how much more often they do when things are bad.</summary>
    public required double VotePropensity { get; init; }
    public required double VoteBias { get; init; }

    /// <summary>Contacts by people who did not read it, for each episode.</summary>
    public required double DirectRate { get; init; }

    public Stuffing Stuffing { get; init; }
    public int StuffedFrom { get; init; }

    public Disturbance? Disturbance { get; init; }

    /// <summary>This week's luck, a factor on unsolved problems.</summary>
    public double Luck { get; set; } = 1;

    public const double BadFrom = 1.75;
    public const double OrdinaryBelow = 1.25;
    public bool IsBad => Fault >= BadFrom;
    public bool IsOrdinary => Fault < OrdinaryBelow;
}
