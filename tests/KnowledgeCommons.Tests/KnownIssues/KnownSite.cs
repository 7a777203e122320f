using AngleSharp.Dom;
using KnowledgeCommons.Server.KnownIssues;
using KnowledgeCommons.Tests.Escalations;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.KnownIssues;

/// <summary>A site at 10:00 on 23 November 2026, with an article on VPN and one on printing and, if wanted, a known issue in a file.</summary>
internal static class KnownSite
{
    public const string File = "_known-issues/vpn-calls.md";
    public const string Url = "/known-issues/vpn-calls";
    public const string Desk = "/desk/known-issues";

    public const string Vpn =
        """
        ---
        title: The VPN drops calls
        topics: [network]
        articles: [network/vpn]
        searches: [calls drop]
        since: 2026-11-23T09:30+00:00
        next_update: 2026-11-23T14:00+00:00
        owner: ana
        ---
        Calls over the VPN **break off**.
        """;

    public static Task<TestSite> WithFileAsync(params string[] settings) => new TestSite().Furnish().Write(File, Vpn).StartAsync(settings);

    public static TestSite Furnish(this TestSite site) => site
        .Write("_people.yml", "people:\n  ana: { name: Ana Ruiz }\n  ben: { name: Ben Okafor }\nduty:\n  default: { owner: ben }\n")
        .Write("network/_topic.yml", "title: Network")
        .Write("network/vpn.md", "# The tunnel is shut\n\nText about tunnels.")
        .Write("printing/jam.md", "# Paper is stuck\n\nOpen the tray.");

    public static (string, string)[] Form(params (string Name, string Value)[] fields)
    {
        (string Name, string Value)[] usual =
        [
            ("me", "ben"), ("title", "Mail is late"), ("body", "We look for the **cause**."), ("next", "2026-11-23T11:00"), ("words", "mail late\noutlook slow"),
            ("articles", "http://help/articles/printing/jam"), ("topics", "network"), ("form", "abc")
        ];
        return [.. usual.Where(each => fields.All(field => field.Name != each.Name)), .. fields];
    }

    /// <summary>Writes one at the desk and returns its key.</summary>
    public static async Task<string> WriteAsync(this TestSite site, params (string Name, string Value)[] fields)
    {
        var answer = await site.Client.PostAsync(Desk + "/new", Form(fields));
        return (answer.Headers.Location?.ToString() ?? throw new InvalidOperationException(await answer.Content.ReadAsStringAsync()))[(Desk.Length + 1)..];
    }

    /// <summary>The fields of the form that changes a known issue, with some of them changed.</summary>
    public static async Task<(string, string)[]> ChangedAsync(this TestSite site, string key, params (string Name, string Value)[] fields)
    {
        var page = await site.Client.PageAsync($"{Desk}/{key}");
        return Form([("seen", page.QuerySelector("input[name=seen]")?.GetAttribute("value") ?? ""), .. fields]);
    }

    public static string Pinned(this IParentNode page) => page.QuerySelector(".pinned") is null ? "" : page.Text(".pinned");

    public static KnownIssueBoard Board(this TestSite site) => site.Services.GetRequiredService<KnownIssueBoard>();

    /// <summary>What is done beside requests, as it would be half a minute later.</summary>
    public static Task LookAsync(this TestSite site) => site.Services.GetRequiredService<KnownIssueNews>().LookAsync(CancellationToken.None);
}
