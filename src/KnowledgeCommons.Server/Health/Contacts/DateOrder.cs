namespace KnowledgeCommons.Server.Health;

/// <summary>How dates with slashes are written.</summary>
public enum DateOrder
{
    Unknown,
    DayFirst,
    MonthFirst
}
