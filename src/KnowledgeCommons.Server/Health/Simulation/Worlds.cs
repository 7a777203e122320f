namespace KnowledgeCommons.Server.Health.Simulation;

/// <summary>The worlds the estimator is held to, by name.</summary>
internal static class Worlds
{
    private static readonly WorldSettings Medium = new();

    public static readonly IReadOnlyDictionary<string, WorldSettings> All = new Dictionary<string, WorldSettings>
    {
        ["medium"] = Medium,
        ["small"] = Medium with { Articles = 200, EpisodesPerWeek = 1_500 },
        ["large"] = Medium with { Articles = 10_000, EpisodesPerWeek = 120_000 },
        ["hard"] = Medium with { HardShare = 0.20, BadShare = 0.04, IncidentShare = 0.15, StuffingShare = 0.05 },
        ["misspecified"] = Medium with { WrongReasons = 0.22, TextQuality = 0.5, WeeklyNoise = 0.4, HiddenDifficulty = 0.35 },
        ["quiet"] = Medium with { EpisodesPerWeek = 4_000 },
        ["few-votes"] = Medium with { SolvedVote = 0.0003, UnsolvedVote = 0.001 },
        ["no-tickets"] = Medium with { TicketsImported = false },
        ["no-reasons"] = Medium with { ReasonShare = 0 },
        ["direct-mute"] = Medium with { DirectTells = false },
        ["null"] = Medium with { BadShare = 0, MildShare = 0 },
        ["null-small"] = Medium with { BadShare = 0, MildShare = 0, Articles = 200, EpisodesPerWeek = 1_500 }
    };
}
