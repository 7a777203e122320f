using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Gathers what stands around a rewrite case.</summary>
internal sealed class RewriteSurroundings(RewriteCases cases, RewriteEvidence evidence, Telling telling, PublishedLibrary published, Database database)
{
    /// <summary>Null when there is none with this number, or its article is not for whoever asks.</summary>
    public async Task<RewriteView?> OfAsync(long number, CancellationToken cancel)
    {
        if (await cases.FindByNumberAsync(number, cancel) is not { Case: var about } story || published.Hidden.Contains(about.Article)) return null;
        var article = published.Seen.FindById(about.Article);
        var complaints = await database.ReadAsync(connection => Complaints.OfAsync(connection, about.Article, about.Answer ?? about.Revision), cancel);
        return new RewriteView(story, article,
            article is null ? null : await evidence.SentenceAsync(article, cancel),
            article is not null && about.State == RewriteState.Verifying ? await evidence.ProofAsync(about, article, cancel) : null,
            about.ToldAt is null ? await telling.PreviewAsync(about, cancel) : null,
            complaints);
    }
}
