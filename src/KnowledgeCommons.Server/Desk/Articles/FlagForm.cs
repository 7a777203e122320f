using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Takes a flag that somebody puts up, and an owner's answer to a flag: each is a step in the article's rewrite case, which is opened if need be.</summary>
internal sealed class FlagForm(RewriteCases cases, PublishedLibrary published, SiteClock clock, Texts texts)
{
    /// <summary>Null when the answer was kept, else the sentence that says why it was not.</summary>
    public async Task<string?> KeepAsync(Article article, IFormCollection form, Person me, CancellationToken cancel)
    {
        if (form["revision"] != article.Revision.Value) return texts["flag.refused.revision"];
        var because = form["because"].ToString().ReplaceLineEndings("\n").Trim();
        var isWorded = because.Length is > 0 and <= FlagAnswer.LongestBecause;
        return form["action"].ToString() switch
        {
            FlagAnswer.BeingRewritten => await StepAsync(article, before => OwnerSteps.Assign(before, me, me, before.Due, clock.Now), cancel),
            FlagAnswer.PageIsRight when isWorded => await StepAsync(article, before => OwnerSteps.Decline(before, me, because, clock.Now), cancel),
            FlagAnswer.Raised when isWorded => await RaiseAsync(article, me, because, cancel),
            FlagAnswer.Raised => texts["flag.refused.sentence"],
            FlagAnswer.PageIsRight => texts["flag.refused.because"],
            _ => texts["flag.refused.action"]
        };
    }

    private async Task<string?> StepAsync(Article article, Func<RewriteCase, RewriteChange?> step, CancellationToken cancel)
    {
        var about = await cases.OpenAsync(article, published.Seen.OwnerOf(article), by: null, because: null, cancel);
        return await cases.ChangeAsync(about.Id, step, cancel) ? null : texts["rewrite.refused.late"];
    }

    private async Task<string?> RaiseAsync(Article article, Person me, string because, CancellationToken cancel)
    {
        if (await cases.OfAsync(article, cancel) is { IsUnsettled: true } present) return texts.With("flag.refused.already", ("number", present.Label));
        await cases.OpenAsync(article, published.Seen.OwnerOf(article), me.Name, because, cancel);
        return null;
    }
}
