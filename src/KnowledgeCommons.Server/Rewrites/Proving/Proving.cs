using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>Asks of every rewrite that waits for proof whether readers have decided by now, and of every flag that nobody took whether it still stands.</summary>
internal sealed class Proving(RewriteCases cases, RewriteEvidence evidence, SiteClock clock)
{
    public async Task JudgeAllAsync(Library library, CancellationToken cancel)
    {
        foreach (var about in await cases.InAsync([RewriteState.Verifying], cancel))
        {
            if (library.FindById(about.Article) is not { } article) continue;
            var proof = await evidence.ProofAsync(about, article, cancel);
            var service = ServiceOf(article, library);
            await cases.ChangeAsync(about.Id, before => ProofSteps.Judge(before, proof, service, clock.Now), cancel);
        }
    }

    /// <summary>Ends the cases of flags that are no longer borne out.</summary>
    public async Task FadeAllAsync(Library library, CancellationToken cancel)
    {
        var old = (await cases.InAsync([RewriteState.Open], cancel)).Where(about => ProofSteps.MayFade(about, clock.Now)).ToList();
        if (old.Count == 0) return;
        var flagged = (await evidence.FlaggedAsync(cancel)).Select(article => article.Id).ToHashSet();
        foreach (var about in old.Where(about => !flagged.Contains(about.Article)))
        {
            if (library.FindById(about.Article) is not { } article) continue;
            var sentence = await evidence.SentenceAsync(article, cancel);
            await cases.ChangeAsync(about.Id, before => ProofSteps.Fade(before, sentence, clock.Now), cancel);
        }
    }

    /// <summary>Who answers for what the article is about: the topic's owner, else who is on duty for it, else the article's owner.</summary>
    public Service ServiceOf(Article article, Library library)
    {
        var people = library.People;
        var person = people.Find(library.FindTopic(article.Topic)?.Owner) ?? people.Find(people.OnDutyFor(article.Topic)?.Owner) ?? library.OwnerOf(article);
        return new Service(person?.Key, person?.Name ?? evidence.NobodyNamed);
    }
}
