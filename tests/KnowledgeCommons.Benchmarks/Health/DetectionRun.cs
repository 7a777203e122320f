using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Health.Simulation;

namespace KnowledgeCommons.Benchmarks.Health;

/// <summary>One seed of a world in which nobody acts on flags: all methods watch the same days.</summary>
internal sealed class DetectionRun
{
    public static readonly DateOnly FirstMonday = new(2024, 1, 1);
    private const int DaysUntilCounted = 7;

    private readonly World _world;
    private readonly Sightings _sightings;
    private readonly Tally _tally;
    private readonly HealthModel _model = new(new HealthSettings());
    private readonly Queue<(DayCounts[] Counts, HealthEvent[] Events)> _waiting = new();

    public DetectionRun(WorldSettings settings, int seed)
    {
        _world = new World(settings, seed);
        _sightings = new Sightings(settings.Articles);
        _tally = new Tally(_world);
        foreach (var article in _world.Articles) _model.Enter(article.Topic.Number);
        Method[] methods = [.. SimpleMethods.All(_tally), new ModelMethod("Flagged", _model, ModelTier.Flagged), new ModelMethod("Worth a look", _model, ModelTier.WorthALook)];
        Detections = [.. methods.Select(method => new Detection(_world, method))];
        Qualities = [.. methods.Select(method => new ListQuality(_world, method))];
    }

    public IReadOnlyList<Detection> Detections { get; }
    public IReadOnlyList<ListQuality> Qualities { get; }
    public TimeSpan InModel { get; private set; }

    public void Run()
    {
        for (var day = 0; day < _world.Settings.Weeks * 7; day++)
        {
            var lived = _world.Live(day);
            var counts = _sightings.Of(lived);
            _tally.Take(lived, counts);
            _waiting.Enqueue(([.. counts], [.. lived.Revisions.Select(Event)]));
            foreach (var detection in Detections) detection.Live(lived);
            if (_waiting.Count > DaysUntilCounted) Advance(day - DaysUntilCounted);
            if (day % 7 == 6) EndWeek((day / 7) + 1);
        }
    }

    private void Advance(int day)
    {
        var (counts, events) = _waiting.Dequeue();
        var from = Environment.CpuUsage.TotalTime;
        _model.Advance(FirstMonday.AddDays(day), counts, events);
        InModel += Environment.CpuUsage.TotalTime - from;
    }

    private void EndWeek(int week)
    {
        _tally.Expect();
        foreach (var detection in Detections)
        {
            detection.Method.Judge();
            detection.Judge();
        }
        if (week % 13 != 0) return;
        foreach (var quality in Qualities) quality.Look();
    }

    public static HealthEvent Event(SimulatedRevision revision) => new(revision.Change switch
    {
        RevisionChange.Minor => HealthEventKind.MinorRevision,
        RevisionChange.Substantive => HealthEventKind.SubstantiveRevision,
        _ => HealthEventKind.Rewrite
    }, revision.Article);
}
