using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Markdown.Html;

namespace KnowledgeCommons.Content.Markdown.Links;

/// <summary>Finds out where the addresses in one article lead; <paramref name="file"/> is its path, relative to the content folder.</summary>
internal sealed class LinkResolver(string file, Func<string, Asset?> findAsset)
{
    private const string Articles = "/articles/";

    public LinkTarget Resolve(string written)
    {
        var address = Address.Parse(written);
        if (address.Scheme is not null) return WithScheme(address);
        if (address.Path.Length == 0) return Place(address);
        if (address.Path.StartsWith("//", StringComparison.Ordinal)) return new LinkTarget.ToWeb("https:" + address.Whole);
        if (IsForWindows(address.Path) || address.Path.StartsWith("www.", StringComparison.Ordinal))
            return new LinkTarget.Nowhere("link-without-site");
        return ContentPath.Resolve(file, address.Path) is { } path ? Inside(address, path) : new LinkTarget.Nowhere("link-leaves-folder");
    }

    private static LinkTarget WithScheme(Address address)
    {
        // Present: the caller asked. A web address without its two slashes would count from this site.
        var scheme = address.Scheme!;
        if (!AllowList.Schemes.Contains(scheme)) return new LinkTarget.Nowhere("link-scheme");
        if (scheme is "http" or "https" && !address.Path.StartsWith("//", StringComparison.Ordinal))
            return new LinkTarget.Nowhere("link-without-site");
        return new LinkTarget.ToWeb(address.Whole);
    }

    private static LinkTarget Place(Address address) =>
        address.Fragment is { } fragment && AnchorRegister.Of(fragment) is { } anchor ? new LinkTarget.ToPlace(anchor) : new LinkTarget.Nowhere(null);

    private LinkTarget Inside(Address address, string path)
    {
        var isAbsolute = address.Path[0] == '/';
        if (!ContentPath.IsWellFormed(path)) return new LinkTarget.Nowhere("missing-file");
        if (path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) return Article(path, address);
        if (Find(path) is { } asset) return new LinkTarget.ToFile(path, asset);
        if (isAbsolute) return OnThisSite(address, path);
        return IsFile(address.Path, path) ? new LinkTarget.ToFile(path, null) : new LinkTarget.Nowhere("link-to-no-article", path);
    }

    private static LinkTarget Article(string path, Address address) =>
        Slug.FromPath(path) is { } slug
            ? new LinkTarget.ToArticle(slug, address.Fragment is null ? null : AnchorRegister.Of(address.Fragment))
            : new LinkTarget.Nowhere("missing-file");

    private static LinkTarget OnThisSite(Address address, string path)
    {
        if (address.Path.StartsWith(Articles, StringComparison.Ordinal))
            return Article(Uri.UnescapeDataString(address.Path[Articles.Length..]), address);
        foreach (var page in AllowList.SitePages)
            if (address.Path == page || page[^1] == '/' && address.Path.StartsWith(page, StringComparison.Ordinal))
                return new LinkTarget.ToSite(address.Whole);
        return new LinkTarget.Nowhere("link-without-site", path);
    }

    // Apple's file systems take letters with marks apart, others do not: the reference and the file may differ in this.
    private Asset? Find(string path)
    {
        if (path.Length == 0) return null;
        if (findAsset(path) is { } asset) return asset;
        return System.Text.Ascii.IsValid(path) ? null
            : findAsset(path.Normalize(NormalizationForm.FormC)) ?? findAsset(path.Normalize(NormalizationForm.FormD));
    }

    private static bool IsFile(string written, string path) =>
        !written.EndsWith('/') && Path.GetExtension(path) is { Length: > 1 } ending && ending.ToLowerInvariant() is not (".yml" or ".yaml");

    private static bool IsForWindows(string path) => path[0] == '\\' || path.Length > 1 && path[0] == '/' && path[1] == '\\';
}
