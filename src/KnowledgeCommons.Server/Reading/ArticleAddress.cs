using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Reading;

/// <summary>What stands at an address that somebody asked for.</summary>
internal abstract record ArticleAddress
{
    private ArticleAddress()
    {
    }

    internal sealed record Here(Article Article) : ArticleAddress;

    internal sealed record Moved(Slug Slug) : ArticleAddress;

    internal sealed record Nothing : ArticleAddress;

    /// <summary>
    /// Finds the article for the part of an address after /articles/, in whatever spelling. Former addresses, those of retired articles with a
    /// successor, and other spellings have moved.
    /// </summary>
    public static ArticleAddress Find(Library library, string? asked)
    {
        if (!Slug.TryParse(asked, null, out var slug)) return new Nothing();
        if (library.Find(slug) is { } article) return asked == slug.Value ? new Here(article) : new Moved(slug);
        return library.RedirectFrom(slug) is { } target && library.Find(target) is not null ? new Moved(target) : new Nothing();
    }
}
