using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Desk;

/// <summary>What is written down about those who work here, for administrators; by day, and never by person.</summary>
internal static class DeskAudit
{
    public const string Url = "/desk/audit";
    private const int MostShown = 500;

    public static void MapDeskAudit(this RouteGroupBuilder desk)
    {
        // Not marked with roles: DeskGuard lets administrators in alone.
        var pages = desk.MapGroup("").AddEndpointFilter(PrivatePage.KeepAsync);
        pages.MapGet("/audit", Show);
        pages.MapGet("/audit.csv", Export);
    }

    /// <summary>Before words of readers are shown at the desk: who looks, by the name that they have here.</summary>
    public static Task LooksAsync(this AuditBook audit, HttpContext http, Technician technician, string kind, string about, CancellationToken cancel) =>
        audit.LookedAsync(kind, technician.NameOf(http), about, cancel);

    /// <summary>The same for a list of which each row begins with somebody's words.</summary>
    public static Task ListedAsync(this AuditBook audit, HttpContext http, Technician technician, string kind, IEnumerable<string> abouts, CancellationToken cancel) =>
        audit.ListedAsync(kind, technician.NameOf(http), [.. abouts.Distinct()], cancel);

    private static async Task<RazorComponentResult<AuditPage>> Show(AuditBook audit, CancellationToken cancel) => Page.Of<AuditPage>(new { Rows = await audit.AllAsync(MostShown, cancel) });

    private static async Task<FileContentHttpResult> Export(HttpContext http, AuditBook audit, Technician technician, CancellationToken cancel)
    {
        await audit.AddAsync(AuditKind.Taken, technician.NameOf(http), about: null, "audit.csv", cancel);
        return TypedResults.File(AuditCsv.Of(await audit.AllAsync(int.MaxValue, cancel)), "text/csv; charset=utf-8", "audit.csv");
    }
}
