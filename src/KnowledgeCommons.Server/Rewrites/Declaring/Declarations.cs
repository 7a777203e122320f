using System.Data.Common;
using Dapper;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Sources;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>
/// Ties what was published to the cases that it answers: by the trailers <c>Rewrites: KC-12</c> of the commits since the last look, and by what the front
/// matter of an article says. Looking twice at the same changes nothing; what cannot be meant becomes a finding.
/// </summary>
internal sealed class Declarations(ContentSource source, SourceName name, Database database, Declaring declaring, RewriteFindings findings)
{
    /// <summary>When it returns, the library's version is known, and so are the answers in it.</summary>
    public async Task LookAsync(Library library, CancellationToken cancel)
    {
        var former = await database.ReadAsync(connection => connection.ExecuteScalarAsync<string?>(
            "SELECT version FROM rewrite_source WHERE source = @Value", name), cancel);
        // What came before the first look answers nothing that was asked here.
        var commits = former is null || former == library.Version ? SourceCommits.None : await source.CommitsBetweenAsync(former, library.Version, cancel);
        await database.WriteAsync(async connection =>
        {
            await TellTroubleAsync(connection, commits, library);
            foreach (var commit in commits.Newest)
                foreach (var label in commit.Rewrites) await declaring.ByTrailerAsync(connection, library, commit, label);
            foreach (var article in library.Articles.Where(article => article.Rewrites.Count > 0))
                foreach (var label in article.Rewrites) await declaring.ByFrontMatterAsync(connection, library, article, label, commits.Newest);
            await KeepAsync(connection, library.Version);
        }, cancel);
    }

    private async Task TellTroubleAsync(DbConnection connection, SourceCommits commits, Library library)
    {
        if (commits.Trouble is { } trouble) await findings.AddAsync(connection, "unread", library.Version, "", ("why", trouble));
        if (commits.IsCut) await findings.AddAsync(connection, "cut", library.Version, "", ("n", SourceCommits.Most));
    }

    private Task KeepAsync(DbConnection connection, string version) => connection.ExecuteAsync(
        "INSERT INTO rewrite_source (source, version) VALUES (@Value, @version) ON CONFLICT (source) DO UPDATE SET version = @version", new { name.Value, version });
}
