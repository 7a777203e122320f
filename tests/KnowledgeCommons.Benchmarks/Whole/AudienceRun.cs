using System.Diagnostics;
using System.Globalization;
using System.Net;
using KnowledgeCommons.Server.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Benchmarks.Whole;

/// <summary>
/// Whether time tells what is hidden from what is not there: a stranger, then a colleague who may see articles of their own group, ask in random order for articles
/// that are for others and for articles that nobody ever wrote. Each address is asked for once, so that nothing is remembered; what is compared are the ranks of
/// the times.
/// </summary>
internal static class AudienceRun
{
    private const int Requests = 2_000;
    private const int Warm = 300;
    private const int Seed = 7;
    private const int PerPerson = Requests + Warm;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kc-audience-").FullName;
        try
        {
            Write(Path.Combine(folder, "articles"));
            await using var app = await StartedSite.StartAsync(folder, [.. StartedSite.BehindProxy, "--Identity:AnonymousReading=true"]);
            using var stranger = app.Asking();
            using var colleague = app.Asking();
            colleague.DefaultRequestHeaders.Add("Remote-User", "cole");
            colleague.DefaultRequestHeaders.Add("Remote-Groups", "own");
            var library = app.Services.GetRequiredService<PublishedLibrary>().Whole;
            var table = new ResultTable($"Hidden or never written: {Requests} requests in random order, {Environment.ProcessorCount} cores");
            foreach (var (place, (who, client)) in new (string Who, HttpClient Client)[] { ("a stranger", stranger), ("a colleague", colleague) }.Index())
            {
                await MeasureAsync("page", number => $"/articles/{Name(number)}");
                await MeasureAsync("Markdown source", number => $"/articles/{Name(number)}.md");
                await MeasureAsync("JSON", number => $"/api/v1/articles/{Name(number)}");
                await MeasureAsync("picture", number => library.Assets.GetValueOrDefault(Name(number) + ".png")?.Url ?? $"/assets/{number:x12}/{Name(number)}.png");
                await MeasureAsync("search for a word", number => $"/api/v1/search?q=word{Name(number)[6..]}&literal=1");
                await MeasureAsync("type-ahead", number => $"/api/v1/suggest?q=word{Name(number)[6..]}");

                Task MeasureAsync(string surface, Func<int, string> address) => AudienceRun.MeasureAsync(table, client, $"{who}: {surface}", place * PerPerson, address);
            }
            table.Print(Console.Out);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(ResultTable table, HttpClient client, string surface, int from, Func<int, string> address)
    {
        var random = new Random(Seed);
        var numbers = Enumerable.Range(from, PerPerson).ToArray();
        random.Shuffle(numbers);
        var (hidden, missing, answers) = (new List<double>(), new List<double>(), new HashSet<HttpStatusCode>());
        for (var place = 0; place < numbers.Length; place++)
        {
            var asked = address(numbers[place]);
            var began = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(asked);
            var took = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
            answers.Add(answer.StatusCode);
            if (place >= Warm) (IsHidden(numbers[place]) ? hidden : missing).Add(took);
        }
        var p = RankTest.P(hidden, missing);
        table.Add(surface, string.Create(CultureInfo.InvariantCulture,
            $"{string.Join('/', answers.Select(status => (int)status))}, median {Median(hidden):0} µs hidden, {Median(missing):0} µs not there, p = {p:0.000}"), "p > .05");
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    // Every second number is an article that is there, for others.
    private static bool IsHidden(int number) => number % 2 == 0;

    // Mixed well (the end of MurmurHash3, Austin Appleby): nothing in a name may tell whether its number is even, not even to a stemmer.
    private static string Name(int number)
    {
        var mixed = (uint)number + 1;
        mixed = (mixed ^ (mixed >> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >> 13)) * 0xc2b2ae35;
        return $"a/note{mixed ^ (mixed >> 16):x8}";
    }

    private static void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "a"));
        for (var number = 0; number < 2 * PerPerson; number += 2)
        {
            File.WriteAllText(Path.Combine(folder, Name(number) + ".md"),
                $"---\ntitle: About word{Name(number)[6..]}\naudience: [others]\n---\n![x]({Path.GetFileName(Name(number))}.png)\n\nSome text about word{Name(number)[6..]} and printers.\n");
            File.WriteAllText(Path.Combine(folder, Name(number) + ".png"), $"{number}");
        }
        for (var number = 0; number < 200; number++)
        {
            File.WriteAllText(Path.Combine(folder, $"open{number}.md"), $"# Printer {number}\n\nTurn it on, and off again.\n");
            File.WriteAllText(Path.Combine(folder, $"own{number}.md"), $"---\naudience: [own]\n---\n# Our printer {number}\n\nTurn it on, and off again.\n");
        }
    }
}
