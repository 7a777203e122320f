using System.Data.Common;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>Which articles help and which send people back, per revision, with the rows behind each number.</summary>
internal sealed class ArticleHealth(Database database, PublishedLibrary published, TimeProvider time)
{
    /// <summary>All published articles with the numbers of their present revision.</summary>
    public Task<IReadOnlyList<ArticleReport>> AllAsync(CancellationToken cancel) => database.ReadAsync<IReadOnlyList<ArticleReport>>(
        async connection => [.. await ReportsAsync(connection, withReadings: true)], cancel);

    /// <summary>The articles whose flag waits for an answer, most urgent first. Their numbers are without readings.</summary>
    public Task<IReadOnlyList<ArticleReport>> FlaggedAsync(CancellationToken cancel) => database.ReadAsync<IReadOnlyList<ArticleReport>>(
        async connection =>
        {
            var reports = await ReportsAsync(connection, withReadings: false);
            return [.. reports.Where(report => report.State == ArticleState.Flagged).Order(Comparer<ArticleReport>.Create(ArticleReport.ByUrgency))];
        }, cancel);

    /// <summary>One article and the numbers of all its revisions, the present one first, then the newest.</summary>
    public Task<(ArticleReport Present, IReadOnlyList<PastRevision> Revisions)> OfAsync(Article article, CancellationToken cancel) =>
        database.ReadAsync(async connection =>
        {
            var numbers = await Evidence.NumbersAsync(connection, article.Id, withReadings: true);
            var answers = await FlagAnswers.NewestAsync(connection, article.Id);
            var revisions = await PastRevision.AllOfAsync(connection, article, numbers);
            return (Report(published.Current, article, numbers, answers), revisions);
        }, cancel);

    /// <summary>The rows behind the numbers of one revision, newest first, at most <see cref="EvidenceRows.Most"/> of each kind.</summary>
    public Task<EvidenceRows> RowsAsync(Article article, string revision, CancellationToken cancel) =>
        database.ReadAsync(connection => EvidenceRows.ReadAsync(connection, article.Id, revision), cancel);

    private async Task<IEnumerable<ArticleReport>> ReportsAsync(DbConnection connection, bool withReadings)
    {
        var library = published.Current;
        var numbers = await Evidence.NumbersAsync(connection, article: null, withReadings);
        var answers = await FlagAnswers.NewestAsync(connection, article: null);
        return library.Articles.Select(article => Report(library, article, numbers, answers));
    }

    private ArticleReport Report(Library library, Article article,
        Dictionary<(string, string), RevisionNumbers> numbers, Dictionary<(string, string), FlagAnswer> answers)
    {
        var present = (article.Id, article.Revision.Value);
        var known = numbers.GetValueOrDefault(present) ?? RevisionNumbers.None(article.Id, article.Revision.Value);
        var answer = answers.GetValueOrDefault(present);
        return new ArticleReport(article, library.OwnerOf(article), known, answer, FlagAnswer.StateOf(known, answer, time.GetUtcNow()));
    }
}
