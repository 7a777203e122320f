using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Identity;

/// <summary>Coming in with a code by mail, where the settings allow it.</summary>
internal static class GuestEndpoints
{
    public const string Url = "/sign-in/code";

    public static void MapGuests(this RouteGroupBuilder pages)
    {
        pages.MapGet(Url, Ask);
        pages.MapPost(Url, Send);
        pages.MapPost(Url + "/enter", Enter);
    }

    private static IResult Ask(IGuestPost post) => Page.Of<GuestPage>(new { Wrong = post.IsSetUp ? null : "nomail" }, post.IsSetUp ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> Send(
        HttpContext http, SentForm sent, GuestCodes codes, IGuestPost post, NetworkTries networks, IOptions<IdentityOptions> options, CancellationToken cancel)
    {
        var address = sent.One("address");
        if (!post.IsSetUp) return Again("nomail", StatusCodes.Status503ServiceUnavailable);
        if (!options.Value.Guests.Admits(address)) return Again("domain", StatusCodes.Status400BadRequest, address);
        if (!networks.Take(http)) return Again("network", StatusCodes.Status429TooManyRequests, address);
        return await codes.SendAsync(http, address, post, cancel)
            ? Page.Of<GuestPage>(new { IsSent = true })
            : Again("often", StatusCodes.Status429TooManyRequests, address);
    }

    private static async Task<IResult> Enter(
        HttpContext http, SentForm sent, GuestCodes codes, NetworkTries networks, Sessions sessions, Texts texts, IOptions<IdentityOptions> options, CancellationToken cancel)
    {
        if (!networks.Take(http)) return Page.Of<GuestPage>(new { IsSent = true, Wrong = "network" }, StatusCodes.Status429TooManyRequests);
        if (await codes.RedeemAsync(http, sent.One("code"), cancel) is not { } person) return Page.Of<GuestPage>(new { IsSent = true, Wrong = "code" }, StatusCodes.Status401Unauthorized);
        await sessions.BeginAsync(http, new Session("guest " + person, texts["signin.guest.name"], options.Value.Guests.Groups), cancel);
        return new SeeOther("/");
    }

    private static IResult Again(string wrong, int status, string address = "") => Page.Of<GuestPage>(new { Wrong = wrong, Address = address }, status);
}
