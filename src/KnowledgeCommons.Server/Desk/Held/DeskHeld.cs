using KnowledgeCommons.Server.Abuse;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Desk;

/// <summary>What is held because a machine seems to have sent it: somebody at the desk says what it is.</summary>
internal static class DeskHeld
{
    public const string Url = "/desk/held";

    public static void MapDeskHeld(this RouteGroupBuilder desk)
    {
        var held = desk.MapGroupFor("/held", Role.Technician);
        held.MapGet("", List);
        held.MapPost("/{id}/person", IsPerson);
        held.MapPost("/{id}/machine", IsMachine);
    }

    private static async Task<IResult> List(HttpContext http, HeldPosts posts, Technician technician, AuditBook audit, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        var held = await posts.AllAsync(cancel);
        await audit.ListedAsync(http, technician, AuditKind.ReadHeld, held.Where(post => post.Words.Length > 0).Select(post => post.Id), cancel);
        return Page.Of<HeldListPage>(new { Posts = held });
    }

    private static async Task<IResult> IsPerson(string id, HeldPosts posts, HeldReleases releases, HeldWatch watch, CancellationToken cancel)
    {
        if (await posts.FindAsync(id, cancel) is not { } post) return new SeeOther(Url);
        await releases.ReleaseAsync(post, cancel);
        await watch.LookAsync(cancel);
        return new SeeOther(Url);
    }

    private static async Task<IResult> IsMachine(string id, HeldPosts posts, HeldWatch watch, CancellationToken cancel)
    {
        await posts.RemoveAsync(id, cancel);
        await watch.LookAsync(cancel);
        return new SeeOther(Url);
    }
}
