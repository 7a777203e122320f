namespace KnowledgeCommons.Server.Privacy;

/// <summary>The SQL of the inventory, put together from its own constants only.</summary>
internal static class RowEnds
{
    /// <summary>Deletes, or takes away what is set; the condition follows.</summary>
    public static string Statement(KeptTable table, string? set) => set is null ? $"DELETE FROM {table.Name}" : $"UPDATE {table.Name} SET {set}";

    public static string Condition(KeptEnd end) => end.Choice is { } choice ? $"{end.Due} AND {choice}" : end.Due;
}
