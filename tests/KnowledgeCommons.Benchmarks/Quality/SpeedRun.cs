using System.Diagnostics;
using KnowledgeCommons.Server.Searching;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeCommons.Benchmarks.Quality;

/// <summary>How long the engine itself takes over a folder of articles: words of titles as people type them, whole titles, type-ahead, and one changed article.</summary>
internal static class SpeedRun
{
    private const int Times = 1_000;

    public static async Task<int> RunAsync(string articleFolder, int? grownTo, string engineName)
    {
        var articles = await ArticleFolder.ReadAsync(articleFolder);
        if (grownTo is { } count) articles = GrownLibrary.To(count, articles);
        var folder = Directory.CreateTempSubdirectory("kc-speed-").FullName;
        try
        {
            using var engine = SearchEngines.Open(engineName, folder, NullLoggerFactory.Instance);
            var filling = Stopwatch.StartNew();
            await engine.ApplyAsync(new LibraryChange(ArticleFolder.Library(articles), articles, [], IsWhole: true), CancellationToken.None);
            Console.WriteLine($"{articles.Count} articles, {Environment.ProcessorCount} cores, indexed in {filling.Elapsed.TotalSeconds:0.0} s");
            var random = new Random(42);
            string[] titles = [.. Enumerable.Range(0, Times).Select(_ => articles[random.Next(articles.Count)].Article.Title)];
            string[] some = [.. titles.Select(title => Some(title, random))];
            foreach (var warming in some.Take(300)) engine.Search(new(warming));
            Report("one to four words of a title", some, text => engine.Search(new(text)).Hits.Count);
            Report("the same, one word misspelt", [.. some.Select(text => Misspelt(text, random))], text => engine.Search(new(text)).Hits.Count);
            Report("whole titles", titles, text => engine.Search(new(text)).Hits.Count);
            Report("type-ahead", [.. some.SelectMany(text => Enumerable.Range(2, Math.Max(0, Math.Min(text.Length, 12) - 2)).Select(length => text[..length]))],
                text => engine.Suggest(text, 8).Count);
            Report("hostile texts", [.. Enumerable.Range(0, 5).SelectMany(_ => Hostile(titles, random))], text => engine.Search(new(text)).Hits.Count);
            await ReportChangesAsync(engine, articles, random);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // What nobody means and somebody pastes: nothing of it may take longer than an answer should.
    private static IEnumerable<string> Hostile(string[] titles, Random random) =>
    [
        string.Join(' ', Enumerable.Range(0, 10_000).Select(_ => titles[random.Next(titles.Length)].Split(' ')[0])),
        string.Join(' ', titles)[..Math.Min(60_000, string.Join(' ', titles).Length)],
        new('a', 1_000_000),
        string.Concat(Enumerable.Repeat("error 0x80070005 ", 60_000)),
        string.Concat(Enumerable.Repeat("\" OR NEAR(title:* ^error -windows) AND ", 1_000)),
        "'; DROP TABLE article; -- windows \0\u202E\u200F\u0007 error",
        string.Concat(Enumerable.Repeat("\U0001F525 windows ", 5_000)),
        string.Concat(Enumerable.Repeat("\u6253\u5370\u673A", 5_000)),
        string.Join(' ', Enumerable.Range(0, 2_000).Select(number => $"wnidwos{number}"))
    ];

    private static void Report(string what, string[] texts, Func<string, int> ask)
    {
        var clock = new Clock();
        foreach (var text in texts) clock.Time(() => ask(text));
        clock.Print(what);
    }

    private static async Task ReportChangesAsync(SearchEngine engine, IReadOnlyList<IndexedArticle> articles, Random random)
    {
        var clock = new Clock();
        for (var time = 0; time < 30; time++)
        {
            var change = new LibraryChange(ArticleFolder.Library(articles, $"change {time}"), [articles[random.Next(articles.Count)]], [], IsWhole: false);
            await clock.TimeAsync(() => engine.ApplyAsync(change, CancellationToken.None));
        }
        clock.Print("one changed article");
    }

    private static string Some(string title, Random random)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var count = Math.Min(words.Length, random.Next(1, 5));
        return string.Join(' ', words.Skip(random.Next(words.Length - count + 1)).Take(count));
    }

    private static string Misspelt(string text, Random random)
    {
        var words = text.Split(' ');
        var longest = Array.IndexOf(words, words.MaxBy(word => word.Length));
        if (words[longest].Length < 5) return text;
        var letters = words[longest].ToCharArray();
        var at = random.Next(1, letters.Length - 1);
        (letters[at], letters[at - 1]) = (letters[at - 1], letters[at]);
        words[longest] = new string(letters);
        return string.Join(' ', words);
    }
}
