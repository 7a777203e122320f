namespace KnowledgeCommons.Server.Site;

/// <summary>For pages that are one reader's own: no cache and no search engine keeps them.</summary>
internal static class PrivatePage
{
    public static ValueTask<object?> KeepAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var headers = invocation.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex";
        return next(invocation);
    }
}
