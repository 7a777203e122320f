using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Publishing;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Gathers the story so far, so that nobody has to tell it.</summary>
internal sealed class HelpContexts(
    PublishedLibrary published, RecentSearches searches, PastAnswers answers, PastCases cases, RevisionsSeen revisions, DutyDesk duty, SiteClock clock)
{
    private const int MostSearches = 12;
    private static readonly TimeSpan Lately = TimeSpan.FromHours(4);
    private static readonly TimeSpan LastWeek = TimeSpan.FromDays(7);

    /// <summary>The story around a form, by the article and the searches it names. What is not known is left out, never an error.</summary>
    public async Task<HelpContext> OfAsync(Asker asker, HelpForm form, CancellationToken cancel)
    {
        var library = published.Seen;
        var article = Find(library, form.About);
        return new HelpContext
        {
            Article = article,
            Revision = article is null ? null : await RevisionAsync(article, form.Revision, cancel),
            Searches = await SearchesAsync(asker.Reader, [form.Led, .. form.Search], cancel),
            Answers = await answers.OfAsync(asker.Reader.Key, clock.Now - LastWeek, cancel),
            Cases = await cases.OfAsync(asker, cancel),
            Platform = asker.Platform,
            Responder = duty.ResponderFor(article?.Topic ?? "", clock.Now)
        };
    }

    public static Article? Find(Library library, string about) =>
        !Slug.TryParse(about, provider: null, out var slug) ? null
        : library.Find(slug) ?? (library.RedirectFrom(slug) is { } now ? library.Find(now) : null);

    // The page that was read may be older than what is published now; a program that names no revision means the present one.
    private async Task<string?> RevisionAsync(Article article, string revision, CancellationToken cancel) =>
        revision.Length == 0 ? article.Revision.Value : await revisions.HasAsync(article, revision, cancel) ? revision : null;

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
