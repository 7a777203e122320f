using System.Security.Cryptography;

namespace KnowledgeCommons.Server.Hosting;

/// <summary>
/// Stands behind the page cache: gives a freshly made page its strong validator and its encoding, once, so that the cache keeps it ready to send.
/// </summary>
internal sealed class FinishedPages(RequestDelegate next)
{
    private const string AskEveryTime = "private, no-cache";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.IsKeptPage())
        {
            await next(context);
            return;
        }
        var body = context.Response.Body;
        using var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }
        if (context.Response.StatusCode == StatusCodes.Status200OK) await SendAsync(context, page);
        else if (page.Length > 0) await body.WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length), context.RequestAborted);
    }

    private static async Task SendAsync(HttpContext context, MemoryStream page)
    {
        var encoding = PageEncoding.Accepted(context.Request);
        var headers = context.Response.Headers;
        var content = page.GetBuffer().AsMemory(0, (int)page.Length);
        headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content.Span).AsSpan(0, 10))}-{encoding}\"";
        headers.CacheControl = AskEveryTime;
        headers.Vary = "Accept-Encoding";
        if (encoding != PageEncoding.None) headers.ContentEncoding = encoding;
        var packed = PageEncoding.Encode(content.Span, encoding);
        headers.ContentLength = packed.Length;
        await context.Response.Body.WriteAsync(packed, context.RequestAborted);
    }
}
