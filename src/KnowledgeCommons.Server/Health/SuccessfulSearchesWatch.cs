using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>Finds out once a minute which searches helped people, and tells the search field.</summary>
internal sealed class SuccessfulSearchesWatch(
    Database database, PublishedLibrary published, SearchLog log, SuccessfulSearches searches, ILogger<SuccessfulSearchesWatch> logger, TimeProvider time)
    : RepeatingWork(logger, time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        var library = await published.WaitForNewerAsync(Library.Empty, cancel);
        await log.WriteWaitingAsync();
        var since = Time.GetUtcNow() - Remembered;
        var rows = await database.ReadAsync(connection => FixedAfterSearch.ReadAsync(connection, since, SuccessfulSearches.FewestPeople), cancel);
        searches.Replace(Published(rows, library));
        await Task.Delay(Pause, Time, cancel);
    }

    // A search whose article has gone would lead nowhere. Who may not see the one that helped most is led to the next that helped enough people by itself.
    private static IEnumerable<SuccessfulSearch> Published(IReadOnlyList<FixedAfterSearch> rows, Library library)
    {
        var slugs = library.Articles.ToDictionary(article => article.Id, article => article.Slug);
        return from row in rows
               where slugs.ContainsKey(row.Article)
               group row by row.Words into same
               let most = same.MaxBy(row => row.Fixed)
               from row in same.Where(row => row == most || row.Fixed >= SuccessfulSearches.FewestPeople)
               select new SuccessfulSearch(same.Key, row == most ? row.People : row.Fixed, slugs[row.Article]) { ArticleId = row.Article };
    }
}
