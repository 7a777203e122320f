using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Markdown;

namespace KnowledgeCommons.Content.Building;

/// <summary>
/// One file turned into an article, all that can be done without knowing the other files. It is made again only when the file, or a picture
/// it shows, or the list of cold words has changed. <paramref name="Article"/> is null when the file is broken; then <paramref name="Findings"/> holds an error.
/// </summary>
public sealed record PreparedArticle(
    string Path,
    string Hash,
    Article? Article,
    IReadOnlyList<string> SectionTexts,
    IReadOnlyList<ArticleLink> Links,
    IReadOnlyList<AssetLookup> Assets,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>Which list of cold words it was checked against.</summary>
    public string WordsKey { get; init; } = "";

    /// <summary>The file is broken, and may have been meant to be for some people only: no earlier version of it is shown.</summary>
    public bool IsWithheld { get; init; }
}
