using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Health;

/// <summary>How an article stood at the end of a week (its Sunday); 111-evidence.sql and Health/Model/ArticleEstimate say what the numbers are.</summary>
public sealed record ArticleWeek
{
    public string Article { get; init; } = "";
    public long Day { get; init; }
    public long State { get; init; }
    public double Bad { get; init; }
    public double Fault { get; init; }
    public double FaultLow { get; init; }
    public double FaultHigh { get; init; }
    public double Episodes { get; init; }
    public double Failed { get; init; }
    public double Expected { get; init; }
    public double Excess { get; init; }
    public long IncidentDays { get; init; }

    public DateOnly Sunday => EpochDay.DateOf(Day);
    public HealthState Stood => (HealthState)State;
}
