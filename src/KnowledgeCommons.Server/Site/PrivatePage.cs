namespace KnowledgeCommons.Server.Site;

/// <summary>For pages that are one reader's own: no cache and no search engine keeps them.</summary>
internal static class PrivatePage
{
    public static ValueTask<object?> KeepAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        Keep(invocation.HttpContext.Response);
        return next(invocation);
    }

    public static void Keep(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex";
    }
}
