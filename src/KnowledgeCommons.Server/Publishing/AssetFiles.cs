using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Sources;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace KnowledgeCommons.Server.Publishing;

/// <summary>Serves pictures and attachments that lie among the articles. The address holds the content hash, so it may be kept for ever
/// where it is for everybody; else only whoever may see an article that shows it gets it, and asks each time.</summary>
internal static class AssetFiles
{
    // An SVG or PDF is a document of its own: it may show itself, and nothing more.
    private const string ContentPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    public static async Task<Results<FileContentHttpResult, NotFound>> Serve(
        string hash, string path, PublishedLibrary published, ContentSource source, IOptions<IdentityOptions> identity, HttpResponse response, CancellationToken cancel)
    {
        if (!published.Seen.Assets.TryGetValue(path, out var asset) || !asset.Hash.StartsWith(hash, StringComparison.Ordinal) || hash.Length < 12)
            return TypedResults.NotFound();
        if (AssetKind.Of(asset.Path) is not { } type || await ReadAsync(asset, source, cancel) is not { } bytes) return TypedResults.NotFound();
        if (identity.Value.AnybodyReads && published.Public.Assets.ContainsKey(path)) response.KeepForEver();
        else response.Headers.CacheControl = "private, no-cache";
        response.Headers.ContentSecurityPolicy = ContentPolicy;
        return AssetKind.IsPicture(asset.Path)
            ? TypedResults.Bytes(bytes, type, entityTag: TagOf(asset))
            : TypedResults.Bytes(bytes, type, fileDownloadName: Path.GetFileName(asset.Path), entityTag: TagOf(asset));
    }

    private static EntityTagHeaderValue TagOf(Asset asset) => new($"\"{asset.Hash}\"");

    private static async Task<byte[]?> ReadAsync(Asset asset, ContentSource source, CancellationToken cancel)
    {
        var file = new SourceFile(asset.Path, asset.Hash, asset.Size);
        var anything = new ContentSnapshot("", [file], new Dictionary<string, Authorship>(), new Dictionary<string, string>(), []);
        await foreach (var (_, bytes) in source.ReadAsync(anything, [file], cancel)) return bytes;
        return null;
    }
}
