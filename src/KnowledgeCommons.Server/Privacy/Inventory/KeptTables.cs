namespace KnowledgeCommons.Server.Privacy;

/// <summary>
/// The inventory: every table of the database, in the order in which rows end, those that lean on others first. Retention, kc privacy and the public page are made
/// from it, and a test fails when a table or a column of the migrations is not in it.
/// </summary>
internal static class KeptTables
{
    public static IReadOnlyList<KeptTable> All { get; } =
        [.. SearchTables.All, .. AnswerTables.All, .. CaseTables.All, .. IssueTables.All, .. TicketTables.All, .. SignInTables.All, .. WorkTables.All, .. AuditTables.All, .. CountTables.All];
}
