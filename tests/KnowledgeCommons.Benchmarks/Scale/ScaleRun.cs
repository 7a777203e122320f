using System.Diagnostics;
using System.Globalization;
using KnowledgeCommons.Benchmarks.Whole;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Health;

namespace KnowledgeCommons.Benchmarks.Scale;

/// <summary>health-scale: 50,000 articles and ten million events in the real tables, the night's work, and one answer's way to its page.</summary>
internal static class ScaleRun
{
    public static async Task<int> RunAsync(ScaleSize size)
    {
        var data = Directory.CreateTempSubdirectory("kc-scale-").FullName;
        try
        {
            var table = new ResultTable($"{size.Articles:N0} articles, {size.Events:N0} events in a year, SQLite, {Environment.ProcessorCount} cores (wall / processor seconds)");
            await using (var site = await ScaleSite.MakeAsync(data, size)) await MeasureAsync(site, table);
            table.Add("database, with all its files", $"{Directory.EnumerateFiles(data, "knowledge-commons.db*").Sum(file => new FileInfo(file).Length) / 1e9:N2} GB", "≤ 2 GB");
            table.Print(Console.Out);
            return 0;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task MeasureAsync(ScaleSite site, ResultTable table)
    {
        var fill = new ScaleFill(site);
        await fill.FillAsync();
        table.Add("counting 100 days of single readings, once", await TimeAsync(() => site.Get<ReadingTally>().CatchUpAsync(default)));
        table.Add("counting the answers of all articles, once", await TimeAsync(() => site.Get<EvidenceTally>().CatchUpAsync(default)));
        table.Add("all weeks of the year judged anew", await TimeAsync(() => site.Get<HealthLedger>().AdvanceAsync(default)));
        await fill.AddAsync(ScaleFill.DayOf(site.Clock.Now));
        site.Clock.Now += TimeSpan.FromDays(1);
        table.Add("an ordinary night (a Monday becomes final)", await TimeAsync(() => NightAsync(site)), "≤ 5 s");
        for (var day = 0; day < 6; day++)
        {
            await fill.AddAsync(ScaleFill.DayOf(site.Clock.Now));
            site.Clock.Now += TimeSpan.FromDays(1);
            if (day < 5) await NightAsync(site);
        }
        table.Add("the night that closes a week: all articles judged, written and saved", await TimeAsync(() => NightAsync(site)), "≤ 5 s");
        await AnswersAsync(site, table);
        table.Add("memory of this process", $"{Process.GetCurrentProcess().WorkingSet64 / 1e6:N0} MB");
    }

    private static async Task NightAsync(ScaleSite site)
    {
        await site.Get<ReadingTally>().CatchUpAsync(default);
        await site.Get<HealthLedger>().AdvanceAsync(default);
    }

    // The most read article, one in the middle, and one that is hardly read.
    private static async Task AnswersAsync(ScaleSite site, ResultTable table)
    {
        foreach (var number in (int[])[0, site.Size.Articles / 100, site.Size.Articles - 1])
        {
            if (site.Library.Find(Slug.Parse(ScaleSite.IdOf(number), null)) is not { } article) continue;
            var reader = $"answers about {number}";
            await site.Get<Readings>().AddAsync([new NotedReading(new ReadingKey(reader, article.Slug, article.Revision, Readings.DayOf(site.Clock.Now)), site.Clock.Now, site.Clock.Now, 1)], default);
            site.Clock.Now += TimeSpan.FromSeconds(10);
            var before = (await site.Get<ArticleHealth>().OfAsync(article, default)).Present.Judgement?.Numbers.NotYet;
            var took = await TimeAsync(async () =>
            {
                await site.Get<Outcomes>().AddAsync(new Click(reader, article, article.Revision.Value, null, OutcomeAnswer.NotFixed, OutcomeDetails.None), default);
                var after = (await site.Get<ArticleHealth>().OfAsync(article, default)).Present.Judgement?.Numbers.NotYet;
                if (!(after > before)) throw new InvalidOperationException($"The answer is not in: {before} before, {after} after.");
            });
            table.Add($"an answer until its article's numbers hold it (article {number + 1} by readers)", took, "≤ 1 s");
        }
    }

    private static async Task<string> TimeAsync(Func<Task> work)
    {
        var (started, spent) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
        await work();
        return string.Create(CultureInfo.InvariantCulture,
            $"{Stopwatch.GetElapsedTime(started).TotalSeconds:N2} / {(Process.GetCurrentProcess().TotalProcessorTime - spent).TotalSeconds:N2} s");
    }
}
