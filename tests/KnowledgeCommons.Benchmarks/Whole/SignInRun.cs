using System.Diagnostics;
using System.Globalization;
using System.Net;
using KnowledgeCommons.Server.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Benchmarks.Whole;

/// <summary>Whether the time of a refusal tells that an account exists: wrong passwords for logins that somebody has and for those that nobody has, by turns.</summary>
internal static class SignInRun
{
    private const int Tries = 200;
    private const double Bar = 0.05;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kc-sign-in-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "articles"));
            await using var site = await StartedSite.StartAsync(folder, "--Identity:Mode=Accounts", "--Site:Proxies:0=127.0.0.1", "--Abuse:PostsPerNetwork=0");
            return await MeasureAsync(site);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(WebApplication site)
    {
        var accounts = site.Services.GetRequiredService<Accounts>();
        for (var number = 0; number < Tries; number++)
        {
            await accounts.AddAsync($"person{number}", null, [], CancellationToken.None);
            if (await accounts.FindAsync($"person{number}", CancellationToken.None) is not { } account) continue;
            var link = await accounts.LinkAsync(account, TimeSpan.FromHours(1), forget: false, CancellationToken.None);
            await accounts.ChooseAsync(link[PasswordEndpoints.Url.Length..], account, "four plain words here", CancellationToken.None);
        }
        using var client = site.Asking();
        List<double> known = [], unknown = [];
        for (var number = 0; number < Tries; number++)
        {
            known.Add(await TryAsync(client, $"person{number}", number));
            unknown.Add(await TryAsync(client, $"nobody{number}", number));
        }
        var probability = RankTest.P(known, unknown);
        var table = new ResultTable($"{Tries} wrong passwords each, {Environment.ProcessorCount} cores");
        table.Add("a login that somebody has, median", Milliseconds(known));
        table.Add("a login that nobody has, median", Milliseconds(unknown));
        table.Add("p of the rank test", probability.ToString("0.000", CultureInfo.InvariantCulture), "> 0.05");
        table.Print(Console.Out);
        return probability > Bar ? 0 : 1;
    }

    private static async Task<double> TryAsync(HttpClient client, string login, int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([new("login", login), new("password", "five plain words right here")])
        };
        request.Headers.Add("X-Forwarded-For", $"203.{number / 250}.{number % 250}.9");
        var began = Stopwatch.GetTimestamp();
        using var answer = await client.SendAsync(request);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return answer.StatusCode == HttpStatusCode.Unauthorized ? took : throw new InvalidOperationException($"Answered with {answer.StatusCode}.");
    }

    private static string Milliseconds(List<double> times) => string.Create(CultureInfo.InvariantCulture, $"{times.Order().ElementAt(times.Count / 2):0.0} ms");
}
