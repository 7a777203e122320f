using System.Text.RegularExpressions;
using KnowledgeCommons.Tests.Reading;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Hardening;

/// <summary>Ways to write a path that have led out of a folder somewhere, on every route there is.</summary>
public sealed partial class PathTrickTests : IAsyncLifetime
{
    private const string Secret = "what only the operator may read";

    // It goes on for as long as somebody listens.
    private const string DeskLive = "/desk/work/live";

    // Each stands at the end of a route, in place of each of its parts, and in front of it.
    private static readonly string[] Tricks =
    [
        "../../secret.txt", "..%2f..%2fsecret.txt", "%2e%2e/%2e%2e/secret.txt", "%2e%2e%2f%2e%2e%2fsecret.txt", "%252e%252e%252fsecret.txt", "%25252e%25252e/secret.txt",
        "..\\..\\secret.txt", "..%5c..%5csecret.txt", "%2e%2e%5c%2e%2e%5csecret.txt", "%255c..%255csecret.txt", "..;/..;/secret.txt", "....//....//secret.txt", "..%00/secret.txt",
        "%00", "a%00.md", "a.md%00.png", "%c0%ae%c0%ae/%c0%ae%c0%ae/secret.txt", "%c0%af", "%e0%80%af..%e0%80%afsecret.txt", "%f0%80%80%af", "%ff%fe", "%ed%a0%80", "%u002e%u002e/secret.txt",
        "%ef%bc%8e%ef%bc%8e/secret.txt", "%e2%80%a5/secret.txt", "%ef%bc%8fsecret.txt", "%e2%88%95secret.txt", "%ef%bc%bcsecret.txt", "%d0%b0", "a%e2%80%8b", "a%e2%80%ae", "%cc%81a",
        "/etc/passwd", "//etc/passwd", "%2fetc%2fpasswd", "file:///etc/passwd", "c:%5cwindows%5cwin.ini", ".git/config", "_people.yml", ".%2f_people.yml", "%5fpeople.yml", "%5Fpeople.yml",
        "CON", "nul.md", "a::$DATA", "a.md.", "a.md%20", "a%0d%0aX-Injected:%20yes", "%0aSet-Cookie:%20x=y", "%", "%2", "%zz", "?", "#"
    ];

    private readonly TestSite _site = new TestSite().Write("a.md", "# A").Write("_people.yml", "people:\n  ana: { name: Ana, email: hidden-address@example.com }\n").Write("topic/b.md", "# B");

    public async Task InitializeAsync()
    {
        await _site.PublishedAsync("--Abuse:PagesPerReader=0");
        File.WriteAllText(Path.Combine(_site.Articles, "..", "secret.txt"), Secret);
        File.WriteAllText(Path.Combine(_site.Data, "secret.txt"), Secret);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task No_way_to_write_a_path_leads_out_of_the_site_or_breaks_it()
    {
        var site = _site.Client.BaseAddress ?? throw new InvalidOperationException("Not started.");
        var targets = Routes().SelectMany(TargetsOf).Distinct().ToList();
        var wrong = new List<string>();
        await Parallel.ForEachAsync(targets, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (target, _) =>
        {
            var answer = await RawRequest.GetAsync(site, target);
            if (WrongWith(answer) is { } fault)
                lock (wrong) wrong.Add($"{target}: {fault}");
        });
        Assert.True(targets.Count > 4000, $"{targets.Count} addresses were tried.");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {targets.Count}\n{string.Join('\n', wrong.Take(40))}");
    }

    [Fact]
    public async Task A_look_alike_of_an_address_is_not_the_address()
    {
        var site = _site.Client.BaseAddress ?? throw new InvalidOperationException("Not started.");
        foreach (var target in (string[])["/articles/%d0%b0", "/articles/a%cc%88", "/d%d0%b5sk", "/desk%e2%80%8b", "/%64esk/..%2fhealthz"])
            Assert.Equal([404], RawRequest.Statuses(await RawRequest.GetAsync(site, target)));
    }

    private List<string> Routes() =>
    [
        .. _site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(route => "/" + route.RoutePattern.RawText?.TrimStart('/')).Where(route => route != DeskLive).Distinct().Order(StringComparer.Ordinal)
    ];

    private static IEnumerable<string> TargetsOf(string route)
    {
        var plain = Part().Replace(route, "a");
        foreach (var trick in Tricks)
        {
            yield return plain.TrimEnd('/') + "/" + trick;
            yield return plain + "?q=" + trick.Replace('#', '.');
            foreach (Match part in Part().Matches(route)) yield return Part().Replace(route[..part.Index], "a") + trick + Part().Replace(route[(part.Index + part.Length)..], "a");
        }
    }

    private static string? WrongWith(string answer)
    {
        var statuses = RawRequest.Statuses(answer);
        if (statuses.Count != 1) return $"{statuses.Count} answers";
        if (statuses[0] is 0 or >= 500) return $"status {statuses[0]}";
        if (answer.Contains(Secret, StringComparison.Ordinal) || answer.Contains("root:x:", StringComparison.Ordinal)) return "a file from elsewhere";
        if (answer.Contains("hidden-address", StringComparison.Ordinal)) return "a file that is no page";
        if (InjectedHeader().IsMatch(answer.Split("\r\n\r\n")[0])) return "a header from the address";
        return answer.Contains("   at KnowledgeCommons", StringComparison.Ordinal) ? "a stack trace" : null;
    }

    // "{slug}", "{token:regex(^f[A-Za-z0-9_-]{{22}}$)}"
    [GeneratedRegex(@"\{(?:[^{}]|\{\{[^{}]*\}\})*\}")]
    private static partial Regex Part();

    [GeneratedRegex("^(X-Injected|Set-Cookie: x)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex InjectedHeader();
}
