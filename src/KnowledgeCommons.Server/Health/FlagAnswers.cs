using System.Data.Common;
using Dapper;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>What owners said about flags.</summary>
internal sealed class FlagAnswers(Database database, TimeProvider time)
{
    private const string AsRows = "SELECT id, article, revision, answer, because, answered_by AS AnsweredBy, at FROM flag_answer";

    /// <summary>Says that the article's present revision is being rewritten; it is listed so until another one is published.</summary>
    public Task RewriteAsync(Article article, string by, CancellationToken cancel) =>
        AddAsync(article, FlagAnswer.BeingRewritten, because: null, by, cancel);

    /// <summary>Says why the article's present revision is right as it is: no flag for twelve weeks.</summary>
    public Task DefendAsync(Article article, string because, string by, CancellationToken cancel) =>
        AddAsync(article, FlagAnswer.PageIsRight, because, by, cancel);

    /// <summary>Flags the article's present revision at once, whatever the numbers say, until its owner answers.</summary>
    public Task RaiseAsync(Article article, string because, string by, CancellationToken cancel) =>
        AddAsync(article, FlagAnswer.Raised, because, by, cancel);

    /// <summary>Who is rewriting which published article, as it is now.</summary>
    public Task<Dictionary<Slug, string>> RewritersAsync(Library library, CancellationToken cancel) => database.ReadAsync(async connection =>
    {
        var newest = await NewestAsync(connection, article: null);
        return library.Articles
            .Select(article => (article.Slug, Answer: newest.GetValueOrDefault((article.Id, article.Revision.Value))))
            .Where(each => each.Answer is { Answer: FlagAnswer.BeingRewritten })
            .ToDictionary(each => each.Slug, each => each.Answer!.AnsweredBy); // the line above lets only answers through
    }, cancel);

    /// <summary>The newest answer for each revision that has one; of one article, or of all.</summary>
    internal static async Task<Dictionary<(string Article, string Revision), FlagAnswer>> NewestAsync(DbConnection connection, string? article)
    {
        var rows = article is null
            ? await connection.QueryAsync<FlagAnswer>($"{AsRows} ORDER BY at, id")
            : await connection.QueryAsync<FlagAnswer>($"{AsRows} WHERE article = @article ORDER BY at, id", new { article });
        var newest = new Dictionary<(string, string), FlagAnswer>();
        foreach (var row in rows) newest[(row.Article, row.Revision)] = row;
        return newest;
    }

    /// <summary>The same for what somebody says about one revision, in a transaction that is under way.</summary>
    public Task AddAsync(DbConnection connection, (string Article, string Revision) about, string answer, string? because, string by) =>
        connection.ExecuteAsync(
            """
            INSERT INTO flag_answer (id, article, revision, answer, because, answered_by, at)
            VALUES (@id, @Article, @Revision, @answer, @because, @by, @at)
            """,
            new { id = Guid.CreateVersion7().ToString(), about.Article, about.Revision, answer, because, by, at = time.GetUtcNow() });

    private Task AddAsync(Article article, string answer, string? because, string by, CancellationToken cancel) => database.WriteAsync(
        connection => AddAsync(connection, (article.Id, article.Revision.Value), answer, because, by), cancel);
}
