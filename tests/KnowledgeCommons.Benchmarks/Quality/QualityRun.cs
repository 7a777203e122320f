using System.Diagnostics;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Searching;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeCommons.Benchmarks.Quality;

/// <summary>
/// Replays judged questions in their order against the engine of the product: with nothing learnt, learnt from the earlier ones once, and learning as it
/// goes. Which part is judged is given in percent, so that one part can be tuned on and another reported on.
/// </summary>
internal sealed class QualityRun(EvaluationSet set, IReadOnlyList<IndexedArticle> articles, int fromPercent, int toPercent, string engineName)
{
    // Questions come in time order without times: they are spread evenly over the ten months in which they were asked.
    private static readonly DateTimeOffset Began = new(2019, 8, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lasted = TimeSpan.FromDays(304);
    private readonly int _from = set.Queries.Count * fromPercent / 100;
    private readonly int _to = set.Queries.Count * toPercent / 100;

    public static async Task<int> RunAsync(string folder, string? articleFolder, int from, int to, string engineName)
    {
        var set = EvaluationSet.Read(folder);
        var articles = set.Documents is { } documents
            ? [.. documents.Select(ArticleFolder.Of)]
            : await ArticleFolder.ReadAsync(articleFolder ?? throw new ArgumentException("This set has no corpus.jsonl: name the folder of its articles."));
        await new QualityRun(set, articles, from, to, engineName).PrintAsync(Console.Out);
        return 0;
    }

    private async Task PrintAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("kc-quality-").FullName;
        try
        {
            using var engine = SearchEngines.Open(engineName, folder, NullLoggerFactory.Instance);
            await engine.ApplyAsync(new LibraryChange(ArticleFolder.Library(articles), articles, [], IsWhole: true), CancellationToken.None);
            using var plain = new PlainBm25(articles);
            output.WriteLine($"{articles.Count} articles, questions {_from + 1} to {_to} of {set.Queries.Count}, {Environment.ProcessorCount} cores");
            var kinds = set.Queries.Skip(_from).Take(_to - _from).GroupBy(query => query.Kind).ToList();
            foreach (var warming in set.Queries.Take(200)) Ask(warming.Text);
            foreach (var kind in kinds)
            {
                output.WriteLine($"{kind.Key,-28} {Measures.Head}");
                Report("  plain BM25", kind, plain.Search);
                Report("  nothing learnt", kind, Ask);
                engine.Learnt = Before(_from);
                if (fromPercent > 0) Report("  learnt from all before", kind, Ask);
                engine.Learnt = LearntAnswers.None;
            }
            if (fromPercent > 0) Report("learning as it goes", set.Queries.Skip(_from).Take(_to - _from), AskAndLearn());

            IReadOnlyList<string> Ask(string text) => [.. engine.Search(new(text)).Hits.Select(hit => hit.Slug.Value)];

            Func<string, IReadOnlyList<string>> AskAndLearn()
            {
                var place = _from;
                return text =>
                {
                    if ((place - _from) % 20 == 0) engine.Learnt = Before(place);
                    place++;
                    return Ask(text);
                };
            }

            void Report(string name, IEnumerable<JudgedQuery> queries, Func<string, IReadOnlyList<string>> ask)
            {
                var measures = new Measures();
                foreach (var query in queries)
                {
                    var watch = Stopwatch.GetTimestamp();
                    var ranked = ask(query.Text);
                    measures.Add(ranked, query.Grades.ToDictionary(grade => ArticleFolder.SlugOf(grade.Key), grade => grade.Value), Stopwatch.GetElapsedTime(watch));
                }
                output.WriteLine($"{name,-28} {measures.Row()}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Each question is another person's, and each of its answers was confirmed.
    private LearntAnswers Before(int place) =>
        LearntAnswers.Of(
            [
                .. set.Queries.Take(place).SelectMany((query, at) => query.Grades.Keys.Select(document =>
                    new ConfirmedAnswer(ArticleFolder.SlugOf(document), query.Id, query.Text, At(at), Fixed: true)))
            ],
            At(place));

    private DateTimeOffset At(int place) => Began + (Lasted * ((double)place / set.Queries.Count));
}
