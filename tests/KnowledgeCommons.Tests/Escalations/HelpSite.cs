using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Escalations;

/// <summary>A site with two articles and a small service desk, and the forms of its pages.</summary>
internal static class HelpSite
{
    public const string Vpn = "network/vpn";
    public const string Printing = "devices/printing";

    /// <summary>Ana has the network, her deputy is Ben; the team of Ben and Carla has all else.</summary>
    public static Task<TestSite> StartAsync(params string[] settings) => StartAsync(_ => { }, settings);

    public static async Task<TestSite> StartAsync(Action<TestSite> adjust, params string[] settings)
    {
        var site = new TestSite()
            .Write("_people.yml", People)
            .Write($"{Vpn}.md", "# The VPN says 809\n\nText.\n\n## The quickest way back\n\nText.\n\n### Restart the client\n\nText.\n")
            .Write($"{Printing}.md", "# Nothing prints\n\nText.\n");
        adjust(site);
        return await site.StartAsync(settings);
    }

    public static Article Article(this TestSite site, string slug) =>
        site.Services.GetRequiredService<PublishedLibrary>().Whole.Find(Slug.Parse(slug, null)) ?? throw new InvalidOperationException(slug);

    public static Dictionary<string, string> Problem(string words) => new() { ["problem"] = words };

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string url, Dictionary<string, string> fields) =>
        client.PostAsync(url, new FormUrlEncodedContent(fields));

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string url, params (string Name, string Value)[] fields) =>
        client.PostAsync(url, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Asks for a person and returns the receipt's address.</summary>
    public static async Task<string> AskAsync(this HttpClient client, params (string Name, string Value)[] fields)
    {
        var answer = await client.PostAsync("/help", fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location?.ToString() ?? "";
    }

    public static async Task<IDocument> PageAsync(this HttpClient client, string url) =>
        await PageAsync(await client.GetAsync(url));

    public static async Task<IDocument> PageAsync(this HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>The text of the first match, its white space folded.</summary>
    public static string Text(this IParentNode page, string selector) =>
        string.Join(' ', (page.QuerySelector(selector)?.TextContent ?? "(none)").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What a browser would send for the first form that posts to the address, with nothing changed.</summary>
    public static List<(string Name, string Value)> Fields(this IDocument page, string action) =>
        [.. from field in page.QuerySelectorAll($"form[action='{action}'] :is(input, textarea)")
            where field.GetAttribute("type") is not ("checkbox" or "radio") || field.HasAttribute("checked")
            where field.HasAttribute("name")
            select (field.GetAttribute("name") ?? "", field.GetAttribute("value") ?? field.TextContent)];

    private const string People =
        """
        people:
          ana: { name: Ana Ruiz, email: ana@example.com, phone: "+44 20 7946 0101" }
          ben: { name: Ben Okafor, email: ben@example.com }
          carla: { name: Carla Dietz, email: carla@example.com }
        teams:
          desk: { name: The help team, members: [ben, carla] }
        duty:
          default: { owner: desk }
          network: { owner: ana, deputy: ben }
        """;
}
