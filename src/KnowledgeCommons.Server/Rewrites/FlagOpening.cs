using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>Every flag gets its case, unless the article has one, or its last one is to rest because nobody could tell what it was worth.</summary>
internal sealed class FlagOpening(RewriteCases cases, RewriteEvidence evidence, SiteClock clock)
{
    public async Task OpenAllAsync(Library library, CancellationToken cancel)
    {
        foreach (var article in await evidence.FlaggedAsync(cancel))
        {
            if (await cases.OfAsync(article, cancel) is { } last && (last.IsUnsettled || last.RestUntil > clock.Now)) continue;
            await cases.OpenAsync(article, library.OwnerOf(article), by: null, because: null, cancel);
        }
    }
}
