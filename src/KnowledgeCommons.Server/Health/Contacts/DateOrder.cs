namespace KnowledgeCommons.Server.Health;

/// <summary>How dates with slashes are written.</summary>
internal enum DateOrder
{
    Unknown,
    DayFirst,
    MonthFirst
}
