using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace KnowledgeCommons.Benchmarks.Whole;

/// <summary>
/// One reader asks ten times a second; then one source, a network elsewhere, sends a hundred times as much. Requests arrive at a fixed pace, whether the server keeps up or
/// not, and each is timed from the moment at which it was due. All on loopback; the network is named by a proxy's header.
/// </summary>
internal sealed class FloodRun(ServerProcess server)
{
    private const int PerSecond = 10;
    private const int Fold = 100;
    private const int Seconds = 20;
    private const int Rounds = 3;
    private static readonly string[] Pages = ["/", "/articles/{0}", "/search?q=printer+offline", "/search?q=vpn+does+not+connect", "/topics"];

    public static async Task<int> RunAsync(string articles)
    {
        var data = Directory.CreateTempSubdirectory("kc-flood-").FullName;
        try
        {
            await using var server = await ServerProcess.StartAsync(Path.GetFullPath(articles), data, "--Site:Proxies:0=127.0.0.1");
            var slug = Directory.EnumerateFiles(articles, "*.md", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(articles, file)[..^3]).First(path => !path.Split('/')[^1].StartsWith('_'));
            return await new FloodRun(server).PrintAsync(Console.Out, slug.Replace('\\', '/'));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private async Task<int> PrintAsync(TextWriter output, string slug)
    {
        var pages = Pages.Select(page => string.Format(CultureInfo.InvariantCulture, page, slug)).ToArray();
        await ReadAsync(pages, "198.51.100.7", PerSecond, TimeSpan.FromSeconds(5));
        List<double> quiet = [], flooded = [];
        var (sent, refused) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            quiet.AddRange((await ReadAsync(pages, "198.51.100.7", PerSecond, TimeSpan.FromSeconds(Seconds))).Select(each => each.Milliseconds));
            var flood = ReadAsync(pages, "203.0.113.9", PerSecond * Fold, TimeSpan.FromSeconds(Seconds));
            var read = await ReadAsync(pages, "198.51.100.7", PerSecond, TimeSpan.FromSeconds(Seconds));
            if (read.Any(each => each.Status != HttpStatusCode.OK)) throw new InvalidOperationException("The other reader was refused.");
            flooded.AddRange(read.Select(each => each.Milliseconds));
            var answers = await flood;
            (sent, refused) = (sent + answers.Count, refused + answers.Count(each => each.Status == HttpStatusCode.TooManyRequests));
        }
        var (before, under) = (Percentile(quiet), Percentile(flooded));
        var table = new ResultTable($"{PerSecond} requests a second of one reader, {PerSecond * Fold} of one other network, {Rounds} x {Seconds} s each, {Environment.ProcessorCount} cores");
        table.Add("the reader's p95, quiet", Milliseconds(before));
        table.Add("the reader's p95, under the flood", Milliseconds(under), "<= twice its quiet value");
        table.Add("times as long", (under / before).ToString("0.00", CultureInfo.InvariantCulture), "<= 2");
        table.Add("of the flood, sent and refused", $"{sent}, {refused}");
        table.Print(output);
        return under <= 2 * before ? 0 : 1;
    }

    private async Task<IReadOnlyList<(HttpStatusCode Status, double Milliseconds)>> ReadAsync(string[] pages, string from, int perSecond, TimeSpan duration)
    {
        var began = Stopwatch.GetTimestamp();
        var all = new List<Task<(HttpStatusCode, double)>>();
        for (var number = 0; number < perSecond * duration.TotalSeconds; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / perSecond);
            if (due - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } early) await Task.Delay(early);
            all.Add(AskAsync(pages[number % pages.Length], from, () => Stopwatch.GetElapsedTime(began) - due));
        }
        return await Task.WhenAll(all);
    }

    private async Task<(HttpStatusCode Status, double Milliseconds)> AskAsync(string page, string from, Func<TimeSpan> since)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Add("X-Forwarded-For", from);
        using var answer = await server.Client.SendAsync(request);
        await answer.Content.LoadIntoBufferAsync();
        return (answer.StatusCode, since().TotalMilliseconds);
    }

    private static double Percentile(List<double> times) => times.Order().ElementAt(times.Count * 95 / 100);

    private static string Milliseconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.0} ms");
}
