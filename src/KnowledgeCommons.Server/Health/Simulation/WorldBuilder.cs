namespace KnowledgeCommons.Server.Health.Simulation;

/// <summary>Draws topics and articles of a world.</summary>
internal sealed class WorldBuilder(WorldSettings settings, Dice dice)
{
    private int Days => settings.Weeks * 7;

    public SimulatedTopic[] Topics() => [.. Enumerable.Range(0, settings.Topics).Select(Topic)];

    public SimulatedArticle[] Articles(SimulatedTopic[] topics)
    {
        var popularity = Enumerable.Range(1, settings.Articles).Select(rank => 1.0 / rank).ToArray();
        var total = popularity.Sum();
        return [.. popularity.Select((share, number) => Article(number, topics[dice.Below(topics.Length)], settings.EpisodesPerWeek / 7 * share / total))];
    }

    private SimulatedTopic Topic(int number) => new(number,
        Unsolved: dice.LogNormal(0.16, 0.45),
        Contact: Math.Min(0.9, dice.LogNormal(0.25, 0.3)),
        PageShare: dice.Between(0.38, 0.52),
        SeasonFrom: dice.Chance(0.3) ? dice.Below(Days - 42) : -1,
        Disturbance: dice.Chance(0.7 * settings.Weeks / 52)
            ? new Disturbance(dice.Below(Days), 1 + dice.Below(3), dice.Between(2, 4), dice.Between(1.3, 2), dice.Between(2, 5)) : null);

    private SimulatedArticle Article(int number, SimulatedTopic topic, double perDay)
    {
        var (now, later, day) = Fault();
        var difficulty = dice.LogNormal(1, settings.HiddenDifficulty) * (dice.Chance(settings.HardShare) ? dice.Between(1.9, 2.9) : 1);
        return new SimulatedArticle
        {
            Number = number,
            Dice = new Dice(dice.Below(int.MaxValue)),
            Topic = topic,
            EpisodesPerDay = perDay,
            Difficulty = difficulty,
            Fault = now,
            FaultToCome = later,
            TurnsOn = day,
            VotePropensity = dice.LogNormal(1, 0.6),
            VoteBias = dice.LogNormal(1, 0.4),
            DirectRate = 0.03 * dice.LogNormal(1, 0.6) * (settings.DirectTells ? difficulty : 1),
            Stuffing = dice.Chance(settings.StuffingShare) ? (Stuffing)(1 + dice.Below(3)) : Stuffing.None,
            StuffedFrom = dice.Below(Days),
            Disturbance = dice.Chance(settings.IncidentShare * settings.Weeks / 52)
                ? new Disturbance(dice.Below(Days), 1 + dice.Below(5), dice.Between(3, 8), dice.Between(1.5, 3), dice.Between(5, 15)) : null
        };
    }

    private (double Now, double Later, int Day) Fault()
    {
        var kind = dice.Share();
        if (kind >= settings.BadShare + settings.MildShare) return (Healthy(dice), 1, -1);
        if (kind >= settings.BadShare) return (dice.Between(1.25, 1.75), 1, -1);
        var fault = SimulatedArticle.BadFrom + dice.Exponential(1.5);
        return dice.Chance(0.5) ? (fault, 1, -1) : (Healthy(dice), fault, dice.Below(Days));
    }

    /// <summary>The fault of an ordinary page.</summary>
    public static double Healthy(Dice dice) => dice.LogNormal(1, 0.12);
}
