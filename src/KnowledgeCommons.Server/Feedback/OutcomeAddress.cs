using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Feedback;

internal static class OutcomeAddress
{
    /// <summary>
    /// The article whose address stands before <paramref name="ending"/>, also under a former address: the page may have been open while the
    /// article moved. Null when there is none.
    /// </summary>
    public static Article? Find(Library library, string path, string ending)
    {
        if (!path.EndsWith(ending, StringComparison.Ordinal) || !Slug.TryParse(path[..^ending.Length], null, out var slug)) return null;
        return library.Find(slug) ?? (library.RedirectFrom(slug) is { } target ? library.Find(target) : null);
    }
}
