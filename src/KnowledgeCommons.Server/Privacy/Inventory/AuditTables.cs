using static KnowledgeCommons.Server.Privacy.KeptColumn;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>What is written down about those who work here.</summary>
internal static class AuditTables
{
    public static IReadOnlyList<KeptTable> All { get; } =
    [
        new("audit", "id", KeptTopic.Audit)
        {
            Columns = [.. Plain("id", "at", "kind", "about", "words"), .. Staff("who")],
            At = "at",
            // The triggers let go of nothing younger than that.
            Ends = [new(Period.Audit, "at < @before") { First = "UPDATE audit_end SET before = @before", Says = "audit" }]
        },
        new("audit_end", "name", KeptTopic.Counts) { Columns = Plain("name", "before") },
        new("audit_setting", "key", KeptTopic.Counts) { Columns = Plain("key", "hash") }
    ];
}
