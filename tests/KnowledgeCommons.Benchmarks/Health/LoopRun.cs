using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Health.Simulation;

namespace KnowledgeCommons.Benchmarks.Health;

/// <summary>
/// One seed of a world whose owners act: each Monday up to six articles that the method lists are rewritten within a week, no article again for 16 weeks.
/// </summary>
internal sealed class LoopRun
{
    private const int PerWeek = 6;
    private const int DaysToWrite = 7;
    private const int DaysUntilCounted = 7;
    private const int Pause = 16 * 7;

    private readonly World _world;
    private readonly Sightings _sightings;
    private readonly Tally _tally;
    private readonly HealthModel? _model;
    private readonly Method? _method;
    private readonly int[] _lastRewrite;
    private readonly Queue<(DayCounts[] Counts, List<HealthEvent> Events)> _waiting = new();
    private readonly List<(int Day, int Article)> _writing = [];

    /// <param name="method">Null: nobody does anything.</param>
    public LoopRun(WorldSettings settings, int seed, Func<Tally, HealthModel?, Method>? method, bool withModel)
    {
        _world = new World(settings, seed);
        (_sightings, _tally) = (new Sightings(settings.Articles), new Tally(_world));
        _lastRewrite = [.. Enumerable.Repeat(-Pause, settings.Articles)];
        if (withModel) _model = new HealthModel(new HealthSettings());
        if (_model is not null)
            foreach (var article in _world.Articles) _model.Enter(article.Topic.Number);
        _method = method?.Invoke(_tally, _model);
    }

    public double Avoidable { get; private set; }
    public int OfBad { get; private set; }
    public int OfHealthy { get; private set; }
    public List<Followed> Rewrites { get; } = [];

    public LoopRun Run()
    {
        for (var day = 0; day < _world.Settings.Weeks * 7; day++)
        {
            List<HealthEvent> events = [.. Publish(day)];
            var lived = _world.Live(day);
            events.AddRange(lived.Revisions.Select(DetectionRun.Event));
            foreach (var revision in lived.Revisions.Where(revision => revision.Change != RevisionChange.Minor))
                foreach (var rewrite in Rewrites.Where(rewrite => rewrite.Article == revision.Article)) rewrite.IsClosed = true;
            Avoidable += lived.Avoidable.Sum();
            var counts = _sightings.Of(lived);
            _tally.Take(lived, counts);
            if (day % 7 == 0) Choose(day, events);
            Advance(day, counts, events);
        }
        return this;
    }

    private IEnumerable<HealthEvent> Publish(int day)
    {
        foreach (var (_, article) in _writing.Where(writing => writing.Day == day))
        {
            var before = _world.Articles[article].Fault;
            _world.Rewrite(article);
            _tally.Forget(article);
            Rewrites.Add(new Followed(article, day, before, _world.Articles[article].Fault));
            if (before >= SimulatedArticle.BadFrom) OfBad++;
            if (before < SimulatedArticle.OrdinaryBelow) OfHealthy++;
            yield return new HealthEvent(HealthEventKind.Rewrite, article);
        }
    }

    private void Choose(int day, List<HealthEvent> events)
    {
        if (_method is null) return;
        _tally.Expect();
        _method.Judge();
        var free = Enumerable.Range(0, _lastRewrite.Length).Where(article => day - _lastRewrite[article] >= Pause && _method.Flags(article));
        foreach (var article in free.OrderByDescending(_method.Score).Take(PerWeek))
        {
            _lastRewrite[article] = day;
            _writing.Add((day + DaysToWrite, article));
            events.Add(new HealthEvent(HealthEventKind.RewriteTaken, article));
        }
    }

    private void Advance(int day, IReadOnlyList<DayCounts> counts, List<HealthEvent> events)
    {
        if (_model is null) return;
        _waiting.Enqueue(([.. counts], events));
        if (_waiting.Count <= DaysUntilCounted) return;
        var (ready, happened) = _waiting.Dequeue();
        var changes = _model.Advance(DetectionRun.FirstMonday.AddDays(day - DaysUntilCounted), ready, [.. happened]);
        foreach (var change in changes)
            if (change is { From: HealthState.Verifying, To: HealthState.Fixed or HealthState.Flagged or HealthState.NeedsServiceFix })
                if (Open(change.Article) is { State: null } judged) judged.State = change.To == HealthState.Fixed ? HealthState.Fixed : HealthState.Flagged;
        if (day % 7 == 6) Listen(day);
    }

    private Followed? Open(int article) => Rewrites.Find(rewrite => rewrite.Article == article && !rewrite.IsClosed);

    private void Listen(int day)
    {
        foreach (var rewrite in Rewrites)
        {
            if (rewrite.IsClosed || day - DaysUntilCounted <= rewrite.Day) continue;
            if (_model?.EstimateOf(rewrite.Article).Verdict is { } verdict) rewrite.Word = verdict.Word;
            if (rewrite.Word != VerdictWord.CannotTellYet || day - rewrite.Day > Pause) rewrite.IsClosed = true;
        }
    }
}
