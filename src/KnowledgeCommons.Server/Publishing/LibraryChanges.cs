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
        return new LibraryChange(library, [.. changed.SelectMany(article => Parts(article, texts[article.Path]))], [.. removed], isWhole);
    }

    // What differs from reader to reader stands in the index once for each way it is seen.
    private static IEnumerable<IndexedArticle> Parts(Article article, IReadOnlyList<string> texts) =>
        article.Cuts.Select(cut => new IndexedArticle(cut.Article, cut.SectionTexts)).Prepend(new IndexedArticle(article, texts));

    private static bool IsNew(Article? before, Article now) =>
        before is null || before.SourceHash != now.SourceHash || before.Path != now.Path || !Gates(before).SequenceEqual(Gates(now));

    // A folder's audience changes without its articles' files.
    private static IEnumerable<Gate> Gates(Article article) => article.Variants().Select(variant => variant.Gate);
}
