using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>One model that is taken over the days of the tables, and writes down what it says. Not for several threads at once.</summary>
internal sealed class ModelOnDays(HealthModel model, Database database, HealthNumbers numbers, Checkpoints checkpoints, DeclaredIncidents incidents)
{
    private const int PerWrite = 5_000;
    private const int Few = 500;

    // As much as a state asks for: of a week before that nothing can be said.
    private const double WorthKeeping = 0.5;
    private IReadOnlyList<NumberedArticle> _articles = [];
    private readonly Dictionary<int, (TransitionCause Cause, long Day)> _changed = [];

    // What was said of all articles at the end of a week, until another day is advanced over.
    private ArticleEstimate[] _atWeeksEnd = [];

    public HealthModel Model => model;

    /// <summary>Advances up to and including that day. The last day; null when there was nothing to do.</summary>
    public async Task<long?> AdvanceAsync(long last, CancellationToken cancel)
    {
        var first = model.LastDay is { } done ? EpochDay.Of(done) + 1 : await database.ReadAsync(SeenDays.FirstAsync, cancel) ?? last + 1;
        if (first > last) return null;
        await LearnNumbersAsync(cancel);
        var byName = _articles.ToDictionary(article => article.Article, article => (int)article.Number);
        var events = await database.ReadAsync(connection => PastEvents.BetweenAsync(connection, first, last + 1, byName), cancel);
        await database.WriteAsync(connection => JudgementBook.ForgetFromAsync(connection, first), cancel);
        var (touched, hasClosed) = (new HashSet<int>(), false);
        for (var day = first; day <= last; day++)
        {
            var counts = await database.ReadAsync(connection => SeenDays.OfDayAsync(connection, day), cancel);
            Enter(day, counts);
            foreach (var count in counts) touched.Add(count.Article);
            await AdvanceOverAsync(day, counts, [.. events[day].Concat(await incidents.OnAsync(day, byName, cancel)).Where(IsKnown)], cancel);
            hasClosed |= EpochDay.DateOf(day).DayOfWeek == DayOfWeek.Sunday;
        }
        await KeepNewsAsync(hasClosed ? [.. Enumerable.Range(0, model.Articles)] : touched, cancel);
        _atWeeksEnd = [];
        await database.WriteAsync(connection => HealthMark.ForgetAsync(connection, HealthMark.ChangedFrom), cancel);
        return last;
    }

    /// <summary>Keeps anew what is known of these articles.</summary>
    public async Task RejudgeAsync(IReadOnlyCollection<string> articles, CancellationToken cancel)
    {
        await LearnNumbersAsync(cancel);
        var wanted = articles.ToHashSet();
        var known = _articles.Where(article => wanted.Contains(article.Article) && article.Number < model.Articles).Select(article => (int)article.Number).ToList();
        var since = await database.ReadAsync(async connection =>
        {
            var sums = new Dictionary<int, DayCounts>();
            foreach (var article in known) sums[article] = await SinceAsync(connection, article);
            return sums;
        }, cancel);
        await KeepAsync(known, since, cancel);
    }

    public async Task<Judgement?> NowAsync(string article, CancellationToken cancel)
    {
        var (kept, number) = await database.ReadAsync(async connection =>
            (await JudgementBook.FindAsync(connection, article), await connection.QueryFirstOrDefaultAsync<long?>(
                "SELECT number FROM health_article WHERE article = @article", new { article })), cancel);
        if (number is not { } known || known >= model.Articles) return kept;
        var since = await database.ReadAsync(connection => SinceAsync(connection, (int)known), cancel);
        return Judged(article, (int)known, since, kept);
    }

    // Days of the last week are not complete: failures of their episodes may still come. They count as far as they are known.
    private async Task<DayCounts> SinceAsync(DbConnection connection, int article)
    {
        var days = await SeenDays.AfterAsync(connection, article, model.LastDay is { } last ? EpochDay.Of(last) : long.MinValue);
        return days.Aggregate(new DayCounts { Article = article }, (sum, day) => sum + day);
    }

    private async Task LearnNumbersAsync(CancellationToken cancel)
    {
        _articles = await numbers.AllAsync(cancel);
        foreach (var article in _articles.Take(model.Articles)) model.Move((int)article.Number, (int)article.Topic);
    }

    private void Enter(long day, DayCounts[] counts)
    {
        var highest = counts.Length == 0 ? -1 : counts.Max(count => count.Article);
        while (model.Articles < _articles.Count && (model.Articles <= highest || _articles[model.Articles].Entered <= day)) model.Enter((int)_articles[model.Articles].Topic);
    }

    // What happened to articles of which nothing has been seen yet says nothing.
    private bool IsKnown(HealthEvent happened) => happened.Kind == HealthEventKind.TopicIncident
        ? _articles.Take(model.Articles).Any(article => article.Topic == happened.Article)
        : happened.Article < model.Articles;

    private async Task AdvanceOverAsync(long day, DayCounts[] counts, HealthEvent[] events, CancellationToken cancel)
    {
        var date = EpochDay.DateOf(day);
        _atWeeksEnd = [];
        var changes = model.Advance(date, counts, events);
        foreach (var change in changes) _changed[change.Article] = (change.Cause, day);
        if (changes.Count > 0)
            await database.WriteAsync(connection => JudgementBook.AddAsync(connection, changes.Select((change, place) => (change, _articles[change.Article].Article, place))), cancel);
        if (date.DayOfWeek != DayOfWeek.Sunday) return;
        _atWeeksEnd = model.EstimatesAtWeeksEnd();
        var weeks = _atWeeksEnd.Select((estimate, article) => (Article: article, State: model.StateOf(article), Estimate: estimate))
            .Where(week => week.Estimate.Expected >= WorthKeeping || week.State >= HealthState.Watch).ToList();
        // The model stands still meanwhile, also when one of them fails: neither packing its state nor writing the week goes on behind this.
        await Task.WhenAll(Task.Run(() => checkpoints.Save(model), cancel), WriteAsync());

        async Task WriteAsync()
        {
            foreach (var some in weeks.Chunk(PerWrite)) await database.WriteAsync(connection => WeekBook.AddAsync(connection, day, some), cancel);
        }
    }

    // At night it is about thousands, of most of which there is no news.
    private async Task KeepNewsAsync(IReadOnlyCollection<int> articles, CancellationToken cancel)
    {
        var kept = await database.ReadAsync(JudgementBook.OutlinesAsync, cancel);
        foreach (var some in articles.Chunk(PerWrite))
        {
            // The model answers one question at a time; putting its answers into words need not wait.
            var said = some.Select(article => (Article: article, Estimate: article < _atWeeksEnd.Length ? _atWeeksEnd[article] : model.EstimateOf(article))).ToList();
            var news = said.AsParallel().AsOrdered().Select(each => Outlined(each.Article, each.Estimate, kept.GetValueOrDefault(_articles[each.Article].Article))).OfType<Judgement>().ToList();
            if (news.Count > 0) await database.WriteAsync(connection => JudgementBook.WriteAsync(connection, news), cancel);
        }
    }

    private Judgement? Outlined(int article, ArticleEstimate estimate, Judgement? kept)
    {
        var (cause, changed) = Changed(article, kept);
        return Judgement.IsNews(kept, LastDay, model.StateOf(article), cause, changed, estimate, turn: article)
            ? Judgement.Of(_articles[article].Article, LastDay, model.StateOf(article), cause, changed, estimate)
            : null;
    }

    private async Task KeepAsync(IReadOnlyCollection<int> articles, IReadOnlyDictionary<int, DayCounts> since, CancellationToken cancel)
    {
        foreach (var some in articles.Chunk(Few))
        {
            var kept = await database.ReadAsync(connection => JudgementBook.OfAsync(connection, [.. some.Select(article => _articles[article].Article)]), cancel);
            var judged = some.Select(article => Judged(_articles[article].Article, article, since.GetValueOrDefault(article), kept.GetValueOrDefault(_articles[article].Article))).ToList();
            await database.WriteAsync(connection => JudgementBook.WriteAsync(connection, judged), cancel);
        }
    }

    private long LastDay => model.LastDay is { } last ? EpochDay.Of(last) : 0;

    private Judgement Judged(string name, int article, DayCounts since, Judgement? kept)
    {
        var (cause, changed) = Changed(article, kept);
        return Judgement.Of(name, LastDay, model.StateOf(article), cause, changed, model.EstimateOf(article, since with { Article = article }));
    }

    private (TransitionCause Cause, long Day) Changed(int article, Judgement? kept) =>
        _changed.TryGetValue(article, out var change) ? change : kept is null ? (TransitionCause.Evidence, LastDay) : (kept.Because, kept.ChangedDay);
}
