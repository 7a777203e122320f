using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KnowledgeCommons.Tests.Searching;

/// <summary>A site with a few articles, and readers that search in it.</summary>
internal static class SearchSite
{
    public static Task<TestSite> StartAsync(params string[] settings) =>
        new TestSite()
            .Write("printing/_topic.yml", "title: Printing & paper\norder: 1")
            .Write("network/_topic.yml", "title: Network\norder: 2")
            .Write("printing/offline.md", "---\ntitle: The printer is offline\nsymptoms: [Printer shows ERR-42]\n---\nWhat to do first.\n\n## Check the cable\n\nPush the plug <b>in</b> & wait for the \"blue\" light of the printer.\n")
            .Write("printing/jam.md", "---\ntitle: Paper is stuck\napplies_to: [windows]\n---\nOpen the printer.\n")
            .Write("network/vpn.md", "---\ntitle: VPN does not connect\napplies_to: [macos]\n---\nThe printer is not at fault.\n")
            .StartAsync(settings);

    public static async Task<IDocument> PageAsync(this HttpClient reader, string address)
    {
        using var response = await reader.GetAsync(address);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    public static string[] Links(this IParentNode page, string selector) => [.. page.QuerySelectorAll(selector).Select(link => link.GetAttribute("href") ?? "")];
}
