namespace KnowledgeCommons.Server.Health.Simulation;

/// <summary>What a simulated knowledge base is like. The defaults are the world called medium; shares are of 1.</summary>
internal sealed record WorldSettings
{
    public int Articles { get; init; } = 2000;
    public int Topics { get; init; } = 25;

    /// <summary>Episodes a week over all articles, spread by Zipf's law with exponent 1.</summary>
    public double EpisodesPerWeek { get; init; } = 20_000;
    public int Weeks { get; init; } = 52;

    /// <summary>Pages with a fault of 1.75 and more: half of them from the start, half from some day on.</summary>
    public double BadShare { get; init; } = 0.08;

    /// <summary>Pages with a fault between 1.25 and 1.75.</summary>
    public double MildShare { get; init; } = 0.08;

    public double HardShare { get; init; } = 0.10;

    /// <summary>Standard deviation of the logarithm of every article's own difficulty.</summary>
    public double HiddenDifficulty { get; init; } = 0.25;

    /// <summary>Articles with a disturbance of 1 to 5 days within a year.</summary>
    public double IncidentShare { get; init; } = 0.06;

    /// <summary>Articles somebody stuffs with votes.</summary>
    public double StuffingShare { get; init; } = 0.02;

    /// <summary>Contacts whose reason was asked, and the share of reasons that are wrong.</summary>
    public double ReasonShare { get; init; } = 0.5;
    public double WrongReasons { get; init; } = 0.10;

    /// <summary>Readers who vote, of those whose problem is solved and of those whose is not.</summary>
    public double SolvedVote { get; init; } = 0.012;
    public double UnsolvedVote { get; init; } = 0.036;

    /// <summary>Standard deviation of the logarithm of each article-week's own luck.</summary>
    public double WeeklyNoise { get; init; }

    /// <summary>How well text tells what a ticket is about: 1 as usual, 0 not at all.</summary>
    public double TextQuality { get; init; } = 1;

    /// <summary>False: only contacts that name their article are seen, and votes.</summary>
    public bool TicketsImported { get; init; } = true;

    /// <summary>People who do not read contact us the more, the harder the topic. False: they say nothing about it.</summary>
    public bool DirectTells { get; init; } = true;
}
