using System.Text.Json;

namespace KnowledgeCommons.Benchmarks.Whole;

/// <summary>A cached page beside nginx, durable outcomes, and the memory that it all takes.</summary>
internal sealed class LoadRuns(string articles, string data, ResultTable table)
{
    private const int Connections = 16;
    private const int Seconds = 4;
    private const int Pairs = 5;

    public async Task RunAsync()
    {
        await using var server = await ServerProcess.StartAsync(articles, data);
        table.Add("resident memory after the start", Megabytes(server.Resident));
        if (!Wrk.IsHere || !Nginx.IsHere)
        {
            table.Add("load", "not measured: install wrk and nginx", "");
            return;
        }
        var article = await AnyArticleAsync(server);
        await CachedPageAsync(server, article);
        await OutcomesAsync(server, article);
        table.Add("resident memory after the load", Megabytes(server.Resident), "≤ 350 MB");
    }

    private async Task CachedPageAsync(ServerProcess server, string path)
    {
        var headers = new Dictionary<string, string> { ["Accept-Encoding"] = "br", ["Cookie"] = $"kc-reader=AAAAAAAAAAAAAAAAAAAAAA.{(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 86_400) + 30}" };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await server.Client.SendAsync(request);
        await using var nginx = await Nginx.StartAsync(answer);
        var address = new Uri(server.Client.BaseAddress ?? nginx.Address, path);
        await Wrk.RunAsync(address, Connections, Seconds, headers);
        var ratios = new List<(double Ours, double Theirs)>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            var ours = await Wrk.RunAsync(address, Connections, Seconds, headers);
            var theirs = await Wrk.RunAsync(nginx.Address, Connections, Seconds, headers);
            ratios.Add((ours.PerSecond, theirs.PerSecond));
        }
        var (oursMedian, theirsMedian) = ratios.OrderBy(pair => pair.Ours / pair.Theirs).ElementAt(Pairs / 2);
        table.Add($"cached article page ({answer.Content.Headers.ContentLength} bytes, Brotli) against nginx", $"{oursMedian:0}/s : {theirsMedian:0}/s = {oursMedian / theirsMedian:0.00}", "≥ 0.7");
    }

    private async Task OutcomesAsync(ServerProcess server, string path)
    {
        var script = Path.Combine(Path.GetTempPath(), $"kc-outcomes-{Environment.ProcessId}.lua");
        await File.WriteAllTextAsync(script, """
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
            wrk.body = "answer=fixed"
            """);
        var address = new Uri(server.Client.BaseAddress ?? throw new InvalidOperationException("The client has no address."), path + "/outcome");
        await Wrk.RunAsync(address, Connections, 2, new Dictionary<string, string>(), script);
        var (perSecond, refused) = await Wrk.RunAsync(address, Connections, Seconds, new Dictionary<string, string>(), script);
        File.Delete(script);
        table.Add($"durable outcomes at {Connections} connections", $"{perSecond:0}/s, {refused} refused", "≥ 4,000/s");
    }

    private static async Task<string> AnyArticleAsync(ServerProcess server)
    {
        using var found = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/search?q=error"));
        return found.RootElement.GetProperty("hits")[0].GetProperty("url").GetString()?.Split('#')[0] ?? throw new InvalidOperationException("No article was found.");
    }

    private static string Megabytes(long bytes) => $"{bytes / 1024 / 1024} MB";
}
