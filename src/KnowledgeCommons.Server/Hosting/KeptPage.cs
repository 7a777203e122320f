using System.Security.Cryptography;

namespace KnowledgeCommons.Server.Hosting;

/// <summary>One finished page in one encoding, with its strong validator.</summary>
internal sealed record KeptPage(byte[] Content, string Encoding, string? ContentType, string ETag)
{
    private const string AskEveryTime = "private, no-cache";

    // The framework's own word to its script, which no page of ours has; only a page that was just made would say it.
    private const string OfTheFramework = "blazor-enhanced-nav";

    public static KeptPage Of(ReadOnlySpan<byte> page, string encoding, string? contentType) =>
        new(PageEncoding.Encode(page, encoding), encoding, contentType, $"\"{Convert.ToHexStringLower(SHA256.HashData(page).AsSpan(0, 10))}-{encoding}\"");

    public Task SendAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.Remove(OfTheFramework);
        headers.ETag = ETag;
        headers.CacheControl = AskEveryTime;
        headers.Vary = "Accept-Encoding";
        if (IsWhatTheyHave(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        headers.ContentType = ContentType;
        if (Encoding != PageEncoding.None) headers.ContentEncoding = Encoding;
        headers.ContentLength = Content.Length;
        return context.Response.Body.WriteAsync(Content, 0, Content.Length);
    }

    private bool IsWhatTheyHave(HttpRequest request)
    {
        if (request.Headers.IfNoneMatch.Count == 0) return false;
        var ours = new Microsoft.Net.Http.Headers.EntityTagHeaderValue(ETag);
        return request.GetTypedHeaders().IfNoneMatch.Any(theirs => theirs.Tag == "*" || theirs.Compare(ours, useStrongComparison: false));
    }
}
