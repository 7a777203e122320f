using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Building;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Server.Publishing;

/// <summary>What the index has to learn.</summary>
internal static class LibraryChanges
{
    /// <summary>
    /// Only the differences when the index holds exactly <paramref name="before"/>; nothing when it already holds the new library (a restart);
    /// otherwise everything.
    /// </summary>
    public static LibraryChange Between(Library before, BuiltLibrary now, string? held)
    {
        var library = now.Library;
        if (held == library.Version) return new LibraryChange(library, [], [], IsWhole: false);
        var texts = now.Prepared.Values.ToDictionary(entry => entry.Path, entry => entry.SectionTexts);
        var isWhole = held is null || held != before.Version;
        var changed = library.Articles.Where(article => isWhole || IsNew(before.Find(article.Slug), article));
        var removed = isWhole ? [] : before.Articles.Where(article => library.Find(article.Slug) is null).Select(article => article.Slug);
        return new LibraryChange(library, [.. changed.Select(article => new IndexedArticle(article, texts[article.Path]))], [.. removed], isWhole);
    }

    private static bool IsNew(Article? before, Article now) => before is null || before.SourceHash != now.SourceHash || before.Path != now.Path;
}
