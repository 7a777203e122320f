using KnowledgeCommons.Server.Identity;
using Microsoft.Extensions.Caching.Memory;

namespace KnowledgeCommons.Server.Hosting;

/// <summary>
/// Finished pages in memory, ready to send. A page is the same for all who may see the same and may use the desk or not, so its key is that, its address and its encoding; it carries no cookie
/// (those are added as a response starts). All go when the library changes.
/// </summary>
internal sealed class PageCache : IDisposable
{
    private const long MostBytes = 48 * 1024 * 1024;
    private const string PageNumber = "page";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private int _generation;

    /// <summary>The address of a page and the generation that it is made in, taken before it is made.</summary>
    public string KeyOf(HttpRequest request, string encoding)
    {
        var number = request.QueryString.HasValue ? request.Query[PageNumber].ToString() : "";
        var visitor = request.HttpContext.Visitor();
        var desk = visitor.MayEnterDesk ? "desk" : visitor.Account is null ? "" : "in";
        return $"{Volatile.Read(ref _generation)} {encoding} {desk} {visitor.Clearance.Key} {number} {request.PathBase}{request.Path}";
    }

    public KeptPage? Find(string key) => _pages.Get<KeptPage>(key);

    public void Keep(string key, KeptPage page) =>
        _pages.Set(key, page, new MemoryCacheEntryOptions { Size = page.Content.Length + (key.Length * sizeof(char)), AbsoluteExpirationRelativeToNow = Longest });

    /// <summary>Forgets all pages; one that is being made from the old library now is never found again.</summary>
    public void Renew()
    {
        Interlocked.Increment(ref _generation);
        _pages.Clear();
    }

    public void Dispose() => _pages.Dispose();
}
