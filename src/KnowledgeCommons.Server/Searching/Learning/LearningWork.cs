using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// Brings what people confirmed into the search: new answers within half a minute, and once a day all, because they age. The answers themselves stay where
/// they were given, so that nothing is lost with an index.
/// </summary>
internal sealed class LearningWork(IEnumerable<IAnswerSource> sources, ISearchEngine engine, ILogger<LearningWork> log, TimeProvider time)
    : RepeatingWork(log, time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(3 * 365);
    private string? _learnt;

    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        await LearnAsync(cancel);
        await Task.Delay(Pause, Time, cancel);
    }

    private async Task LearnAsync(CancellationToken cancel)
    {
        var now = Time.GetUtcNow();
        var mark = $"{now:yyyy-MM-dd} {string.Join(' ', await Task.WhenAll(sources.Select(source => source.MarkAsync(cancel))))}";
        if (mark == _learnt) return;
        var answers = await Task.WhenAll(sources.Select(source => source.AllSinceAsync(now - Remembered, cancel)));
        engine.Learnt = LearntAnswers.Of([.. answers.SelectMany(all => all)], now);
        _learnt = mark;
    }
}
