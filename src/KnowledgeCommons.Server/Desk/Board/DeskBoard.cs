using System.Globalization;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Desk;

/// <summary>The page of whoever sits at the desk: what is theirs, what is due, what nobody has. It is live by server-sent events.</summary>
internal static class DeskBoard
{
    public const string Url = "/desk/work";
    public const string LiveUrl = Url + "/live";
    private const int MostWatching = 500;

    public static void MapDeskBoard(this RouteGroupBuilder desk)
    {
        var work = desk.MapGroupFor("/work", Role.Technician);
        work.MapGet("", Show);
        work.MapGet("/live", Live);
    }

    private static async Task<RazorComponentResult<BoardPage>> Show(
        HttpContext http, CaseQueue queue, Cases cases, Technician technician, AuditBook audit, SiteClock clock, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        var me = technician.Of(http);
        // Before the lists are read: what happens in between is told again.
        var version = await VersionAsync(cases, clock, cancel);
        var work = await MyWork.OfAsync(me is null ? [] : technician.KeysOf(me), queue, clock, cancel);
        await audit.ListedAsync(http, technician, AuditKind.ListedCase, work.Due.Concat(work.Mine).Concat(work.Unassigned).Select(row => row.Id), cancel);
        return Page.Of<BoardPage>(new { Work = work, Me = me, Version = version });
    }

    private static Task<IResult> Live(HttpContext http, Cases cases, SiteClock clock, LiveStream live, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        return live.OpenAsync(http, Cases.DeskPage, MostWatching, ending => VersionAsync(cases, clock, ending), cancel);
    }

    // What happens to cases is an entry; and promises come due by the minute, though nothing happens.
    private static async Task<string> VersionAsync(Cases cases, SiteClock clock, CancellationToken cancel)
    {
        var entries = await cases.CountAllEntriesAsync(cancel);
        return string.Create(CultureInfo.InvariantCulture, $"{entries}-{clock.Now.ToUnixTimeSeconds() / 60}");
    }
}
