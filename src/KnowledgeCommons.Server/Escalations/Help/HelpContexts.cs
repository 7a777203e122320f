using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Gathers the story so far, so that nobody has to tell it.</summary>
internal sealed class HelpContexts(PublishedLibrary published, RecentSearches searches, SiteClock clock, Texts texts)
{
    private const int MostSearches = 12;
    private static readonly TimeSpan Lately = TimeSpan.FromHours(4);

    /// <summary>What is not published or not known is left out, never an error.</summary>
    public async Task<HelpContext> OfAsync(Reader reader, string about, IEnumerable<string> searchIds, CancellationToken cancel)
    {
        var library = published.Current;
        var article = Find(library, about);
        var responder = Responder.For(library.People, article?.Topic ?? "", texts);
        return new HelpContext(article, await SearchesAsync(reader, searchIds, cancel), responder);
    }

    public static Article? Find(Library library, string about) =>
        !Slug.TryParse(about, provider: null, out var slug) ? null
        : library.Find(slug) ?? (library.RedirectFrom(slug) is { } now ? library.Find(now) : null);

    // The searches named come first; a reader without cookies has only those.
    private async Task<IReadOnlyList<PastSearch>> SearchesAsync(Reader reader, IEnumerable<string> ids, CancellationToken cancel)
    {
        var lately = await searches.OfAsync(reader.Key, clock.Now - Lately, cancel);
        var named = new List<PastSearch>();
        foreach (var id in ids.Where(id => id.Length is > 0 and <= 64).Distinct().Take(MostSearches))
            if ((lately.FirstOrDefault(search => search.Id == id) ?? await searches.FindAsync(id, cancel)) is { } found) named.Add(found);
        return [.. named.Concat(lately).DistinctBy(search => search.Id).Take(MostSearches)];
    }
}
