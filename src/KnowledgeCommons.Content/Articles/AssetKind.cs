using System.Collections.Frozen;

namespace KnowledgeCommons.Content.Articles;

/// <summary>The allow-list of files that may lie among the articles and be served.</summary>
public static class AssetKind
{
    private static readonly FrozenDictionary<string, string> TypeByEnding = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".svg"] = "image/svg+xml",
        [".pdf"] = "application/pdf",
        [".txt"] = "text/plain; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".ps1"] = "text/plain; charset=utf-8",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".zip"] = "application/zip",
        [".mp4"] = "video/mp4"
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The media type a file is served with; null when files of its kind are not served.</summary>
    public static string? Of(string path) => TypeByEnding.GetValueOrDefault(System.IO.Path.GetExtension(path));

    public static bool IsPicture(string path) => Of(path)?.StartsWith("image/", StringComparison.Ordinal) == true;
}
