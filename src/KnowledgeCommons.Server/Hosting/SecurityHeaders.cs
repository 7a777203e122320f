using System.Globalization;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Hosting;

/// <summary>What every answer tells the browser: nothing from elsewhere, no inline script or style, no framing but where the settings allow it, no guessing of types.</summary>
internal static class SecurityHeaders
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors ";

    private const string Nobody = ContentPolicy + "'none'";

    // What everybody may read anyway. A page on which somebody presses something of consequence is never shown in another one.
    private static readonly PathString[] MayBeFramed = ["/articles", "/topics", "/search", "/known-issues"];

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        AddTo(context);
        return next(context);
    }

    /// <summary>Also for an answer that was begun anew, which has lost them.</summary>
    public static void AddTo(HttpContext context)
    {
        var (headers, path) = (context.Response.Headers, context.Request.Path);
        var site = context.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value;
        headers.ContentSecurityPolicy = site.EmbedIn.Length > 0 && MayBeFramed.Any(open => path.StartsWithSegments(open)) ? ContentPolicy + string.Join(' ', site.EmbedIn) : Nobody;
        headers.XContentTypeOptions = "nosniff";
        // A receipt's address is a secret: not even our own next page hears of it. "no-referrer" would take the origin from its forms.
        headers["Referrer-Policy"] = path.StartsWithSegments("/receipts") ? "strict-origin" : "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.IsHttps && site.HttpsOnly > TimeSpan.Zero)
            headers.StrictTransportSecurity = string.Create(CultureInfo.InvariantCulture, $"max-age={(long)site.HttpsOnly.TotalSeconds}");
    }
}
