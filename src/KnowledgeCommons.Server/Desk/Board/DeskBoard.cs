using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Desk;

/// <summary>The page of whoever sits at the desk: what is theirs, what is due, what nobody has.</summary>
internal static class DeskBoard
{
    public const string Url = "/desk/work";

    public static void MapDeskBoard(this RouteGroupBuilder desk) => desk.MapGet("/work", Show);

    private static async Task<RazorComponentResult<BoardPage>> Show(
        HttpContext http, CaseQueue queue, Technician technician, SiteClock clock, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        var me = technician.Of(http);
        return Page.Of<BoardPage>(new { Work = await MyWork.OfAsync(me is null ? [] : technician.KeysOf(me), queue, clock, cancel), Me = me });
    }
}
