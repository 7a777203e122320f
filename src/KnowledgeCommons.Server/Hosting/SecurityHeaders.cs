namespace KnowledgeCommons.Server.Hosting;

/// <summary>What every answer tells the browser: nothing from elsewhere, no inline script or style, no framing, no guessing of types.</summary>
internal static class SecurityHeaders
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        AddTo(context);
        return next(context);
    }

    /// <summary>Also for an answer that was begun anew, which has lost them.</summary>
    public static void AddTo(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        // A receipt's address is a secret: not even our own next page hears of it. "no-referrer" would take the origin from its forms.
        headers["Referrer-Policy"] = context.Request.Path.StartsWithSegments("/receipts") ? "strict-origin" : "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
