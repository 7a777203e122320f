using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Health.Simulation;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Demo;

/// <summary>
/// Lives through some weeks of a simulated world with the site's own parts: every row is written by the part that writes it for real people. The same
/// seed, articles and day give the same story; only secrets and ids differ.
/// </summary>
internal sealed class DemoFilling(
    DemoClock clock, PublishedLibrary published, Readings readings, SearchLog searches, PromiseKeeping promises, DemoMark mark, IServiceProvider services)
{
    private const int People = 1800;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(3);

    /// <summary>Tells <paramref name="progress"/> which share of the weeks is done, 0 to 1.</summary>
    public async Task FillAsync(int seed, int weeks, DateTimeOffset end, IProgress<double> progress, CancellationToken cancel)
    {
        await mark.BeginAsync(seed, cancel);
        var (words, now) = (DemoWords.Read(), published.Whole);
        var (world, articles) = DemoCast.Of(now, words, seed, weeks);
        var (history, dice, agenda) = (new DemoHistory(now, articles), new Dice(seed + 1), new DemoAgenda(clock));
        var owners = ActivatorUtilities.CreateInstance<DemoOwners>(services, clock, history, end);
        var tickets = ActivatorUtilities.CreateInstance<DemoTickets>(services, clock, dice);
        var day = new DemoDay(
            agenda, new DemoReaders(People, seed, dice), history, ActivatorUtilities.CreateInstance<DemoSearches>(services, dice),
            ActivatorUtilities.CreateInstance<DemoAnswers>(services, dice), ActivatorUtilities.CreateInstance<DemoCases>(services, agenda, clock, words, dice), tickets, words, dice);
        await owners.PublishAsync(history.Library, Library.Empty, cancel);
        var first = DateOnly.FromDateTime(end.UtcDateTime).AddDays(-7 * weeks);
        for (var number = 0; number <= 7 * weeks; number++)
        {
            foreach (var article in articles) DemoCast.Turn(article, number, 7 * weeks);
            var date = first.AddDays(number);
            // The world's day 0 is a Monday.
            var read = day.Plan(date, world.Live(number + (((int)first.DayOfWeek + 6) % 7)), articles, cancel);
            await LiveAsync(agenda, date, end, cancel);
            await readings.AddAsync([.. read.Where(reading => reading.First < end)], cancel);
            await tickets.ImportAsync(cancel);
            if (date.DayOfWeek == DayOfWeek.Monday || number == 7 * weeks) await owners.LookAsync(articles, cancel);
            progress.Report((number + 1.0) / ((7 * weeks) + 1));
        }
        published.Replace(now);
        await mark.FinishAsync(cancel);
    }

    // One day, or what there is of it before the story ends.
    private async Task LiveAsync(DemoAgenda agenda, DateOnly date, DateTimeOffset end, CancellationToken cancel)
    {
        var until = DemoTimes.At(date.AddDays(1)) < end ? DemoTimes.At(date.AddDays(1)) : end;
        for (var at = DemoTimes.At(date) + BetweenLooks; at < until; at += BetweenLooks)
        {
            await agenda.LiveUntilAsync(at, cancel);
            await promises.LookAsync(cancel);
        }
        await agenda.LiveUntilAsync(until, cancel);
        await searches.WriteWaitingAsync();
    }
}
