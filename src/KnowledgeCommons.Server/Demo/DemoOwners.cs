using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Rewrites;

namespace KnowledgeCommons.Server.Demo;

/// <summary>What owners do about flags, each by the part that its story gives it, once the flag is there.</summary>
internal sealed class DemoOwners(
    RewriteCases cases, RewriteWatch watch, RevisionNotes notes, RevisionsSeen seen, HealthRefresh refresh, PublishedLibrary published, DemoHistory history, DemoClock clock, DateTimeOffset end)
{
    // Days after the flag.
    private const int AnsweredAfter = 5;
    private const int PublishedAfter = 12;
    private const int WeeksOfProof = 3;
    private static readonly Person Nobody = new("", "IT Service Desk", "", Email: null, Phone: null, Members: []);

    /// <summary>One look, of the server's own work first and then of the owners.</summary>
    public async Task LookAsync(IReadOnlyList<DemoArticle> articles, CancellationToken cancel)
    {
        await refresh.RunAsync(cancel);
        await watch.LookAsync(cancel);
        foreach (var article in articles.Where(article => article.Story.Plot.Length > 0))
            if (await cases.OfAsync(article.Article, cancel) is { } about) await AnswerAsync(article, about, cancel);
    }

    private Task AnswerAsync(DemoArticle article, RewriteCase about, CancellationToken cancel)
    {
        var age = (clock.GetUtcNow() - about.OpenedAt).TotalDays;
        return article.Story.Plot switch
        {
            "assigned" or "proven" or "verifying" when about.State == RewriteState.Open && age >= AnsweredAfter => AssignAsync(article, about, cancel),
            "proven" when about.State == RewriteState.Assigned && age >= PublishedAfter => RewriteAsync(article, about, cancel),
            "verifying" when about.State == RewriteState.Assigned && age >= PublishedAfter && IsLate => RewriteAsync(article, about, cancel),
            "defended" when about.State == RewriteState.Open && age >= AnsweredAfter && article.Story.Because is { } because =>
                StepAsync(about, before => OwnerSteps.Decline(before, WhoFor(article), because, clock.GetUtcNow()), cancel),
            _ => Task.CompletedTask
        };
    }

    // What waits for proof at the end was published a few weeks ago.
    private bool IsLate => clock.GetUtcNow() >= end.AddDays(-7 * WeeksOfProof);

    private Task AssignAsync(DemoArticle article, RewriteCase about, CancellationToken cancel) => StepAsync(about,
        before => OwnerSteps.Assign(before, WhoFor(article), WhoFor(article), clock.GetUtcNow().AddDays(21), clock.GetUtcNow()), cancel);

    // The next version is published, and with it the page is as good as any.
    private async Task RewriteAsync(DemoArticle article, RewriteCase about, CancellationToken cancel)
    {
        var before = published.Whole;
        history.Rewrite(article);
        await PublishAsync(history.Library, before, cancel);
        article.Truth.Fault = 0.9;
        var answer = new PublishedAnswer(article.Article.Revision.Value, WhoFor(article).Name, article.Story.Change ?? "", Commit: null);
        await StepAsync(about, now => ProofSteps.Publish(now, answer, clock.GetUtcNow()), cancel);
    }

    /// <summary>Publishes a library of the story as a server does.</summary>
    public async Task PublishAsync(Library library, Library before, CancellationToken cancel)
    {
        published.Replace(library);
        await seen.RememberAsync(library, before, cancel);
        await notes.NoteAsync(library, cancel);
    }

    private Person WhoFor(DemoArticle article) => published.Whole.OwnerOf(article.Article) ?? Nobody;

    private Task<bool> StepAsync(RewriteCase about, Func<RewriteCase, RewriteChange?> step, CancellationToken cancel) => cases.ChangeAsync(about.Id, step, cancel);
}
