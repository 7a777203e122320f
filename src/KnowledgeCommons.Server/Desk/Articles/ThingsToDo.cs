using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Rewrites;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Which articles need somebody, and those that are worth a look or wait for proof.</summary>
internal sealed class ThingsToDo(ArticleHealth health, HealthSentence sentence, RewriteCases rewrites, PublishedLibrary published, SiteClock clock)
{
    private const int MostToPull = 8;

    /// <summary>For somebody who has these keys in the list of people; see <see cref="OwnersScope"/>.</summary>
    public async Task<OwnersToday> AsOfNowAsync(Visitor visitor, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var library = published.Seen;
        var scope = new OwnersScope(visitor, keys, library);
        var unsettled = await rewrites.InAsync(RewriteState.Unsettled, cancel);
        var byArticle = unsettled.ToDictionary(about => about.Article);
        var all = (await health.JudgedAsync(library, cancel)).Where(report => scope.IsOwn(report.Article)).ToList();
        var everybodys = ThingToDo.InOrder(all.Where(report => NeedsSomebody(report, byArticle.GetValueOrDefault(report.Article.Id)))
            .Select(report => Thing(report, byArticle.GetValueOrDefault(report.Article.Id)))).ToList();
        var things = everybodys.Where(thing => scope.Has(thing.Report.Article, thing.Rewrite)).ToList();
        return new OwnersToday(
            [.. things.Take(OwnersWork.Most)],
            Math.Max(0, things.Count - OwnersWork.Most),
            [.. all.Where(report => IsWorthALook(report) && scope.Has(report.Article, about: null) && !byArticle.ContainsKey(report.Article.Id)).OrderByDescending(report => report.Judgement?.Excess ?? 0).Take(MostToPull)],
            [.. unsettled.Where(about => about.State == RewriteState.Verifying && library.FindById(about.Article) is { } article && scope.Has(article, about)).OrderBy(about => about.AnsweredAt)])
        { IsTheirs = scope.IsTheirs, Colleagues = everybodys.Count - things.Count };
    }

    private ThingToDo Thing(ArticleReport report, RewriteCase? about) => new(
        report, about, report.Judgement is { } judgement ? sentence.MinutesSpared(judgement) : 0, RewriteWork.MinutesOf(report.Article));

    // Plain rules speak only while the model cannot tell yet; what the model holds for likely is a list to pull from and interrupts nobody.
    private static bool Calls(ArticleReport report) => report.State == HealthState.Flagged
        || report is { State: HealthState.WorthALook, Judgement: null or { Stands: HealthState.NotEnoughEvidence } };

    private static bool IsWorthALook(ArticleReport report) => report is { State: HealthState.WorthALook, Judgement.Stands: HealthState.WorthALook };

    // What is somebody's already, or put off, does not ask a second time.
    private bool NeedsSomebody(ArticleReport report, RewriteCase? about) => about switch
    {
        null => Calls(report),
        _ when about.IsSnoozed(clock.Now) => false,
        { State: RewriteState.Open } => Calls(report),
        { State: RewriteState.Reopened or RewriteState.ProductFix } => true,
        _ => about.IsOverdue(clock.Now)
    };
}
