using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Rewrites;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Which articles need somebody, and those that are worth a look or wait for proof.</summary>
internal sealed class ThingsToDo(ArticleHealth health, HealthSentence sentence, RewriteCases rewrites, PublishedLibrary published, SiteClock clock)
{
    private const int MostToPull = 8;

    /// <summary>Of the articles that these keys answer for, and of rewrites that are theirs; of all where they answer for none.</summary>
    public async Task<OwnersToday> AsOfNowAsync(IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var hidden = published.Hidden;
        var library = published.Seen;
        var isTheirs = library.Articles.Any(Owns);
        var unsettled = await rewrites.InAsync(RewriteState.Unsettled, cancel);
        var byArticle = unsettled.ToDictionary(about => about.Article);
        var all = await health.JudgedAsync(library, cancel);
        var everybodys = ThingToDo.InOrder(all.Where(report => NeedsSomebody(report, byArticle.GetValueOrDefault(report.Article.Id)))
            .Select(report => Thing(report, byArticle.GetValueOrDefault(report.Article.Id)))).ToList();
        var things = everybodys.Where(thing => Concerns(thing.Report.Article, thing.Rewrite)).ToList();
        return new OwnersToday(
            [.. things.Take(OwnersWork.Most)],
            Math.Max(0, things.Count - OwnersWork.Most),
            [.. all.Where(report => IsWorthALook(report) && Concerns(report.Article, null) && !byArticle.ContainsKey(report.Article.Id)).OrderByDescending(report => report.Judgement?.Excess ?? 0).Take(MostToPull)],
            [.. unsettled.Where(about => about.State == RewriteState.Verifying && !hidden.Contains(about.Article) && Concerns(library.Articles.FirstOrDefault(article => article.Id == about.Article), about))
                .OrderBy(about => about.AnsweredAt)])
        { IsTheirs = isTheirs, Colleagues = everybodys.Count - things.Count };

        bool Owns(Article article) => library.OwnerOf(article) is { } owner && keys.Contains(owner.Key);
        bool Concerns(Article? article, RewriteCase? about) => !isTheirs || (article is not null && Owns(article)) || (about?.Whose is { } whose && keys.Contains(whose));
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
