using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Content.Building;

/// <summary>The files of a snapshot by what they are for. A name that begins with an underscore is never an article.</summary>
internal sealed record SortedFiles(IReadOnlyList<SourceFile> Articles, IReadOnlyList<SourceFile> Special, IReadOnlyDictionary<string, Asset> Assets)
{
    public static SortedFiles From(IReadOnlyList<SourceFile> files)
    {
        var articles = new List<SourceFile>();
        var special = new List<SourceFile>();
        var assets = new Dictionary<string, Asset>();
        foreach (var file in files)
        {
            if (HasUnderscore(file.Path)) special.Add(file);
            else if (file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) articles.Add(file);
            else if (AssetKind.Of(file.Path) is not null) assets[file.Path] = new Asset(file.Path, file.Hash, file.Size);
        }
        return new SortedFiles(articles, special, assets);
    }

    private static bool HasUnderscore(string path) => path[0] == '_' || path.Contains("/_", StringComparison.Ordinal);
}
