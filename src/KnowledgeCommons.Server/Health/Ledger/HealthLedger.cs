using System.Diagnostics;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Health;

/// <summary>
/// The model over this site's days. Days that are a week old are final and advance it; newer ones only colour an article's own estimate. Late news takes the
/// model back to the newest state saved before that day.
/// </summary>
internal sealed class HealthLedger(
    Database database, HealthNumbers numbers, Checkpoints checkpoints, DeclaredIncidents incidents, IOptions<HealthOptions> options, TimeProvider time,
    ILogger<HealthLedger> log) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly HealthSettings _settings = new() { AgentMinutes = options.Value.AgentMinutes, RequesterMinutes = options.Value.RequesterMinutes };
    private ModelOnDays? _model;

    /// <summary>Days that are final wait to be judged, for the first time or because of late news.</summary>
    public async Task<bool> IsBehindAsync(CancellationToken cancel) =>
        _model?.Model.LastDay is not { } last || EpochDay.Of(last) < LastFinalDay - 1 || await ChangedFromAsync(cancel) <= EpochDay.Of(last);

    private long LastFinalDay => Readings.DayOf(time.GetUtcNow()) - Episodes.Days - 1;

    /// <summary>Advances over all days that are final by now and keeps the judgements. Cheap when there are none.</summary>
    public async Task AdvanceAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            var started = Stopwatch.GetTimestamp();
            await numbers.MoveAsync(cancel);
            await GoBackAsync(cancel);
            var model = await ReadyAsync(cancel);
            if (await model.AdvanceAsync(LastFinalDay, cancel) is not { } day) return;
            log.Judged(model.Model.Articles, EpochDay.DateOf(day), (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Keeps anew what is known of these articles, also of days that are not final.</summary>
    public async Task RejudgeAsync(IReadOnlyCollection<string> articles, CancellationToken cancel)
    {
        if (articles.Count == 0) return;
        await _one.WaitAsync(cancel);
        try
        {
            await (await ReadyAsync(cancel)).RejudgeAsync(articles, cancel);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>What is known of an article at this moment; null when nothing ever was.</summary>
    public async Task<Judgement?> NowAsync(string article, CancellationToken cancel)
    {
        // Whoever looks while the night's work is on sees what was kept before it.
        if (!await _one.WaitAsync(TimeSpan.Zero, cancel)) return await database.ReadAsync(connection => JudgementBook.FindAsync(connection, article), cancel);
        try
        {
            return await (await ReadyAsync(cancel)).NowAsync(article, cancel);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    // Where the model stands it goes on; news about days behind it are for the next time that it advances.
    private async Task<ModelOnDays> ReadyAsync(CancellationToken cancel) => _model ??= Open(await ChangedFromAsync(cancel));

    private async Task GoBackAsync(CancellationToken cancel)
    {
        if (await ChangedFromAsync(cancel) is { } late && _model?.Model.LastDay is { } last && late <= EpochDay.Of(last)) _model = Open(late);
    }

    private ModelOnDays Open(long? changedFrom)
    {
        var before = changedFrom is { } day ? EpochDay.DateOf(day) : DateOnly.MaxValue;
        if (changedFrom is not null) checkpoints.ForgetFrom(before);
        return new ModelOnDays(checkpoints.Load(before, _settings) ?? new HealthModel(_settings), database, numbers, checkpoints, incidents);
    }

    private Task<long?> ChangedFromAsync(CancellationToken cancel) =>
        database.ReadAsync(connection => HealthMark.NumberAsync(connection, HealthMark.ChangedFrom), cancel);
}
