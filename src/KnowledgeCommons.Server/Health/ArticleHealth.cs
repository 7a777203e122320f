using System.Data.Common;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>Which articles help and which send people back, per revision, with the rows behind each number.</summary>
internal sealed class ArticleHealth(
    Database database, PublishedLibrary published, AttributionBook attribution, EvidenceTally evidence, HealthLedger ledger, TimeProvider time)
{
    /// <summary>All articles of a library with the numbers of their present revision, and what the model said last.</summary>
    public Task<IReadOnlyList<ArticleReport>> AllAsync(Library library, CancellationToken cancel) => database.ReadAsync<IReadOnlyList<ArticleReport>>(
        async connection => [.. await ReportsAsync(connection, library, withReadings: true)], cancel);

    /// <summary>All articles of a library with what the model said last; of their numbers, readings are missing.</summary>
    public Task<IReadOnlyList<ArticleReport>> JudgedAsync(Library library, CancellationToken cancel) => database.ReadAsync<IReadOnlyList<ArticleReport>>(
        async connection => [.. await ReportsAsync(connection, library, withReadings: false)], cancel);

    /// <summary>The articles whose flag waits for an answer, most urgent first. Their numbers are without readings.</summary>
    public async Task<IReadOnlyList<ArticleReport>> FlaggedAsync(CancellationToken cancel) =>
        [.. (await NeedingSomebodyAsync(cancel)).Where(report => report.State == HealthState.Flagged)];

    /// <summary>
    /// The articles whose flag waits, and behind them those that are more likely at fault than not (a list to pull from: nobody is interrupted by it), most urgent
    /// first. Their numbers are without readings.
    /// </summary>
    public Task<IReadOnlyList<ArticleReport>> NeedingSomebodyAsync(CancellationToken cancel) => database.ReadAsync<IReadOnlyList<ArticleReport>>(
        async connection =>
        {
            var reports = await ReportsAsync(connection, published.Whole, withReadings: false);
            return [.. reports.Where(report => report.State is HealthState.Flagged or HealthState.WorthALook).Order(Comparer<ArticleReport>.Create(ArticleReport.ByUrgency))];
        }, cancel);

    /// <summary>
    /// One article and the numbers of all its revisions, the present one first, then the newest. What was said a moment ago is in: answers and cases of this
    /// article are counted first.
    /// </summary>
    public async Task<(ArticleReport Present, IReadOnlyList<PastRevision> Revisions)> OfAsync(Article article, CancellationToken cancel)
    {
        await attribution.CasesAsync(cancel);
        await evidence.CountAsync(article.Id, cancel);
        var judged = await ledger.NowAsync(article.Id, cancel);
        return await database.ReadAsync(async connection =>
        {
            var numbers = await Evidence.NumbersAsync(connection, article.Id, withReadings: true);
            var known = await KnownAsync(connection, article.Id);
            var revisions = await PastRevision.AllOfAsync(connection, article, numbers);
            return (Report(published.Whole, article, numbers, known, judged), revisions);
        }, cancel);
    }

    /// <summary>The rows behind the numbers of one revision, newest first, at most <see cref="EvidenceRows.Most"/> of each kind.</summary>
    public Task<EvidenceRows> RowsAsync(Article article, string revision, CancellationToken cancel) =>
        database.ReadAsync(connection => EvidenceRows.ReadAsync(connection, article.Id, revision), cancel);

    private async Task<IEnumerable<ArticleReport>> ReportsAsync(DbConnection connection, Library library, bool withReadings)
    {
        var numbers = await Evidence.NumbersAsync(connection, article: null, withReadings);
        if (!withReadings) await AddReadersAsync(connection, numbers);
        var known = await KnownAsync(connection, article: null);
        var judged = await JudgementBook.AllAsync(connection);
        return library.Articles.Select(article => Report(library, article, numbers, known, judged.GetValueOrDefault(article.Id)));
    }

    // Only where the rules over repeat contacts ask how many people read it: counting all readings takes long in a large library.
    private static async Task AddReadersAsync(DbConnection connection, Dictionary<(string Article, string Revision), RevisionNumbers> numbers)
    {
        foreach (var (key, counted) in numbers.Where(each => FlagRule.AsksForReaders(each.Value)).ToList())
            if ((await Evidence.NumbersAsync(connection, key.Article, withReadings: true)).TryGetValue(key, out var whole)) numbers[key] = counted with { Readers = whole.Readers };
    }

    private static async Task<Known> KnownAsync(DbConnection connection, string? article) => new(
        await FlagAnswers.NewestAsync(connection, article), await Harms.NewestAsync(connection, article), await Rewritten.NewestAsync(connection, article));

    private ArticleReport Report(Library library, Article article, Dictionary<(string, string), RevisionNumbers> numbers, Known known, Judgement? judged)
    {
        var present = (article.Id, article.Revision.Value);
        var counted = numbers.GetValueOrDefault(present) ?? RevisionNumbers.None(article.Id, article.Revision.Value);
        var answer = known.Answers.GetValueOrDefault(present);
        DateTimeOffset? harmed = known.Harms.TryGetValue(present, out var harm) ? harm : null;
        DateTimeOffset? rewritten = known.Rewrites.TryGetValue(present, out var at) ? at : null;
        var state = StateNow.Of(counted, answer, judged, harmed, rewritten, time.GetUtcNow());
        return new ArticleReport(article, library.OwnerOf(article), counted, answer, state) { Judgement = judged, HarmedAt = harmed };
    }

    private sealed record Known(
        Dictionary<(string, string), FlagAnswer> Answers, Dictionary<(string, string), DateTimeOffset> Harms, Dictionary<(string, string), DateTimeOffset> Rewrites);
}
