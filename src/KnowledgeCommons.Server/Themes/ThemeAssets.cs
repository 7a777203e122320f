using System.Collections.Frozen;
using System.Security.Cryptography;

namespace KnowledgeCommons.Server.Themes;

/// <summary>
/// The pictures, fonts and the chart library in the theme's folder "assets", read once at start-up. An address is looked up among what was read and never becomes
/// a path, so nothing else on the disk can be asked for.
/// </summary>
internal sealed class ThemeAssets
{
    private const long Largest = 4 * 1024 * 1024;

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
        [".js"] = "text/javascript; charset=utf-8"
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, ThemeAsset> _byPath;

    private ThemeAssets(IReadOnlyDictionary<string, ThemeAsset> byPath) => _byPath = byPath.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The asset at a path inside the folder, with slashes; null when there is none.</summary>
    public ThemeAsset? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>A hash over all names and contents, which changes with any of them.</summary>
    public byte[] Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, asset) in _byPath.OrderBy(asset => asset.Key, StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(path));
            hash.AppendData(asset.Bytes.Span);
        }
        return hash.GetHashAndReset();
    }

    /// <summary>Reads the folder. Links that lead elsewhere, hidden files, large files and types that a page has no use for are left out.</summary>
    public static ThemeAssets Read(string folder)
    {
        var found = new Dictionary<string, ThemeAsset>(StringComparer.Ordinal);
        var inside = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint
        };
        if (!Directory.Exists(folder)) return new ThemeAssets(found);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", inside))
        {
            if (file.Length > Largest || !Types.TryGetValue(file.Extension, out var type)) continue;
            var path = Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
            found[path] = new ThemeAsset(type, File.ReadAllBytes(file.FullName));
        }
        return new ThemeAssets(found);
    }
}

internal sealed record ThemeAsset(string ContentType, ReadOnlyMemory<byte> Bytes);
