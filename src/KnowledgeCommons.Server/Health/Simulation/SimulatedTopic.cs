namespace KnowledgeCommons.Server.Health.Simulation;

/// <summary>The truth about a topic.</summary>
/// <param name="Unsolved">Share of episodes that leave the problem unsolved on an ordinary page of usual difficulty.</param>
/// <param name="Contact">Share of unsolved problems that reach a human.</param>
/// <param name="PageShare">Share of those contacts on an ordinary page that are about the page.</param>
/// <param name="SeasonFrom">First day of six busy weeks; -1 when it has no season.</param>
internal sealed record SimulatedTopic(int Number, double Unsolved, double Contact, double PageShare, int SeasonFrom, Disturbance? Disturbance)
{
    private const int SeasonDays = 42;

    public bool InSeason(int day) => SeasonFrom >= 0 && day >= SeasonFrom && day < SeasonFrom + SeasonDays;
}
