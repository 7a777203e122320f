using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Reading;

/// <summary>The table of contents of an article.</summary>
internal static class Contents
{
    private const int Fewest = 3;
    private const int DeepestLevel = 4;

    /// <summary>
    /// The sections down to the first heading level at which there are at least three; none for a short article, which needs no table.
    /// </summary>
    public static IReadOnlyList<Section> Of(Article article)
    {
        for (var level = 1; level <= DeepestLevel; level++)
        {
            List<Section> listed = [.. article.Sections.Where(section => section.Anchor.Length > 0 && section.Level <= level)];
            if (listed.Count >= Fewest) return listed;
        }
        return [];
    }
}
