using System.Collections.Frozen;
using KnowledgeCommons.Server.Themes;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Hosting;

/// <summary>
/// How finished pages are kept. A page is the same for everybody of one audience, in one language, theme and encoding; that is its key.
/// It carries no cookie (those are added as a response starts), and goes when the library changes.
/// </summary>
internal sealed class PageCache(Theme theme, IOptions<SiteOptions> site) : IOutputCachePolicy
{
    // Put together once: this runs for every request.
    private readonly FrozenDictionary<string, string> _keyByEncoding = new[] { PageEncoding.Brotli, PageEncoding.Gzip, PageEncoding.None }
        .ToFrozenDictionary(encoding => encoding, encoding => string.Join('|', Everyone, site.Value.Languages[0], theme.Hash, encoding));

    public const string LibraryTag = "library";
    private const string Everyone = "everyone";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var mayCache = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        context.EnableOutputCaching = mayCache;
        context.AllowCacheLookup = mayCache;
        context.AllowCacheStorage = mayCache;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Longest;
        context.CacheVaryByRules.QueryKeys = "page";
        context.CacheVaryByRules.VaryByValues["for"] = _keyByEncoding[PageEncoding.Accepted(request)];
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.Tags.Add(LibraryTag);
        context.AllowCacheStorage &= context.HttpContext.Response.StatusCode == StatusCodes.Status200OK;
        return ValueTask.CompletedTask;
    }
}
