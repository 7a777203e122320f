using System.Data.Common;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Sources;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>Takes one "this answers KC-12", or says what is wrong with it.</summary>
internal sealed class Declaring(RewriteCases cases, RewriteFindings findings, Texts texts, SiteClock clock)
{
    private const int ShownOfHash = 10;

    public async Task ByTrailerAsync(DbConnection connection, Library library, SourceCommit commit, string label)
    {
        var (about, article, wrong) = await FindAsync(connection, library, label);
        wrong ??= about is { IsUnsettled: false } ? "settled"
            : article is not null && !commit.Paths.Contains(article.Path) ? "other"
            : article is not null && article.Revision.Value == about?.Revision ? "same"
            : null;
        if (wrong is null && about is not null && article is not null) await PublishAsync(connection, about, article, commit, library);
        // The newest version of a case is known already when an older commit of the same push names it, too.
        else if (wrong is not null)
            await findings.AddAsync(connection, wrong, $"{commit.Hash}/{label}", article?.Path ?? "", ("number", label), ("title", about?.Title ?? ""),
                ("place", texts.With("rewrite.finding.commit", ("commit", commit.Hash[..Math.Min(ShownOfHash, commit.Hash.Length)]), ("author", commit.Author))));
    }

    /// <summary>A front matter goes on naming the case when that is long settled: only what was never right is a finding.</summary>
    public async Task ByFrontMatterAsync(DbConnection connection, Library library, Article article, string label, IReadOnlyList<SourceCommit> commits)
    {
        var (about, its, wrong) = await FindAsync(connection, library, label);
        wrong ??= its is not null && its.Id != article.Id ? "other" : null;
        if (wrong is not null)
        {
            await findings.AddAsync(connection, wrong, $"{article.Path}/{label}", article.Path, ("number", label), ("title", about?.Title ?? ""),
                ("place", texts["rewrite.finding.frontmatter"]));
        }
        // Later versions of an answered case are edits, unless a commit says otherwise.
        else if (about is { Answer: null } or { IsWaiting: true })
        {
            await PublishAsync(connection, about, article, commits.FirstOrDefault(commit => commit.Paths.Contains(article.Path)), library);
        }
    }

    private Task PublishAsync(DbConnection connection, RewriteCase about, Article article, SourceCommit? commit, Library library)
    {
        var by = commit?.Author is { Length: > 0 } author ? author : article.Authorship?.LastAuthor ?? library.OwnerOf(article)?.Name ?? about.WhoseName;
        var words = commit?.Words is { Length: > 0 } said ? said : texts["rewrite.change.default"];
        var answer = new PublishedAnswer(article.Revision.Value, by, words, commit?.Hash);
        return cases.ChangeAsync(connection, about.Id, before => ProofSteps.Publish(before, answer, clock.Now));
    }

    private static async Task<(RewriteCase? Case, Article? Article, string? Wrong)> FindAsync(DbConnection connection, Library library, string label)
    {
        if (RewriteCase.NumberIn(label) is not { } number) return (null, null, "number");
        if (await RewriteBook.FindByNumberAsync(connection, number) is not { } about) return (null, null, "unknown");
        var article = library.FindById(about.Article);
        return (about, article, article is null ? "gone" : null);
    }
}
