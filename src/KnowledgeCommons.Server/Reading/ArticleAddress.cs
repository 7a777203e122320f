using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Reading;

/// <summary>What stands at an address that somebody asked for.</summary>
internal abstract record ArticleAddress
{
    private const int LongestChain = 8;

    private ArticleAddress()
    {
    }

    internal sealed record Here(Article Article) : ArticleAddress;

    internal sealed record Moved(Slug Slug) : ArticleAddress;

    internal sealed record Nothing : ArticleAddress;

    /// <summary>
    /// Finds the article for the part of an address after /articles/, in whatever spelling. Former addresses, other spellings and retired articles
    /// with a successor have moved.
    /// </summary>
    public static ArticleAddress Find(Library library, string? asked)
    {
        if (!Slug.TryParse(asked, null, out var slug)) return new Nothing();
        if (library.Find(slug) is not { } article)
            return library.RedirectFrom(slug) is { } target && library.Find(target) is not null ? new Moved(target) : new Nothing();
        if (SuccessorOf(library, article) is { } successor) return new Moved(successor.Slug);
        return asked == slug.Value ? new Here(article) : new Moved(slug);
    }

    // Retired pages may point at each other; such a ring has no successor and its pages stay readable.
    private static Article? SuccessorOf(Library library, Article article)
    {
        for (var hops = 0; hops < LongestChain && article is { Status: ArticleStatus.Retired, Successor: { } next }; hops++)
        {
            if (library.Find(next) is not { } successor) return null;
            if (successor.Status != ArticleStatus.Retired) return successor;
            article = successor;
        }
        return null;
    }
}
