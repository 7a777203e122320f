using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>Tells the search, once a minute and with each publication, how many people each article helped within the last 30 days.</summary>
internal sealed class FixedLately(Outcomes outcomes, PublishedLibrary published, HitRemarks remarks, ILogger<FixedLately> log, TimeProvider time)
    : RepeatingWork(log, time)
{
    // Below this a number says little, and might tell who it was.
    private const int FewestPeople = 5;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private Library _told = Library.Empty;

    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        var library = await published.WaitForNewerAsync(_told, Pause, Time, cancel);
        var people = await outcomes.FixedByArticleAsync(Time.GetUtcNow() - Lately, FewestPeople, cancel);
        remarks.ReplaceFixed(library.Articles.Where(article => people.ContainsKey(article.Id)).ToDictionary(article => article.Slug, article => people[article.Id]));
        _told = library;
    }
}
