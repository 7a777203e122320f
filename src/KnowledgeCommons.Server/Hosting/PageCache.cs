using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Identity;
using Microsoft.Extensions.Caching.Memory;

namespace KnowledgeCommons.Server.Hosting;

/// <summary>
/// Finished pages in memory, ready to send. A page is the same for all who may see the same and have the same to do at the desk, so its key is that, its address and its encoding; it carries no cookie
/// (those are added as a response starts). All go when the library changes.
/// </summary>
internal sealed class PageCache : IDisposable
{
    private const long MostBytes = 48 * 1024 * 1024;
    private const string PageNumber = "page";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly Lock _renewing = new();
    private volatile Generation _generation = new(0, OfSameGroups);

    /// <summary>People share a page if they belong to the same groups: they see the same of any library.</summary>
    public static string OfSameGroups(Clearance clearance) => clearance.Key;

    /// <summary>The address of a page and the generation that it is made in, taken before it is made.</summary>
    public string KeyOf(HttpRequest request, string encoding)
    {
        var number = request.QueryString.HasValue ? request.Query[PageNumber].ToString() : "";
        var visitor = request.HttpContext.Visitor();
        var desk = DeskOf(visitor);
        var now = _generation;
        return $"{now.Number} {encoding} {desk} {now.Sharing(visitor.Clearance)} {number} {request.PathBase}{request.Path}";
    }

    // A page offers the desk to whoever works there, and to whoever owns some articles on these.
    private static string DeskOf(Visitor visitor) => visitor.Is(Role.Technician | Role.Owner) ? "desk"
        : visitor.Owned.Count > 0 ? "own:" + string.Join(',', visitor.Owned.Select(Uri.EscapeDataString).Order(StringComparer.Ordinal))
        : visitor.Account is null ? "" : "in";

    public KeptPage? Find(string key) => _pages.Get<KeptPage>(key);

    public void Keep(string key, KeptPage page) =>
        _pages.Set(key, page, new MemoryCacheEntryOptions { Size = page.Content.Length + (key.Length * sizeof(char)), AbsoluteExpirationRelativeToNow = Longest });

    /// <summary>Forgets all pages; one that is being made from the old library now is never found again.</summary>
    /// <param name="sharing">From now on people share a page for whom this gives the same; null for as before.</param>
    public void Renew(Func<Clearance, string>? sharing = null)
    {
        lock (_renewing) _generation = new(_generation.Number + 1, sharing ?? _generation.Sharing);
        _pages.Clear();
    }

    public void Dispose() => _pages.Dispose();

    private sealed record Generation(int Number, Func<Clearance, string> Sharing);
}
