using System.Xml.Linq;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Themes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Searching;

/// <summary>Lets browsers search here from their address bar (OpenSearch 1.1 and its Suggestions extension).</summary>
internal static class OpenSearch
{
    private const string DescriptionType = "application/opensearchdescription+xml";
    private const string SuggestionsType = "application/x-suggestions+json";
    private const int LongestName = 16;
    private static readonly XNamespace Names = "http://a9.com/-/spec/opensearch/1.1/";

    public static void MapOpenSearch(this WebApplication app)
    {
        app.MapGet("/opensearch.xml", Describe).ExcludeFromDescription();
        app.MapGet("/search/suggest", Suggest).ExcludeFromDescription();
    }

    private static ContentHttpResult Describe(HttpRequest request, IOptions<SiteOptions> site, Texts texts)
    {
        var name = site.Value.Name;
        var description = new XElement(Names + "OpenSearchDescription",
            new XElement(Names + "ShortName", name.Length > LongestName ? name[..LongestName].TrimEnd() : name),
            new XElement(Names + "LongName", name),
            new XElement(Names + "Description", texts.With("results.browser", ("site", name))),
            new XElement(Names + "InputEncoding", "UTF-8"),
            Url("text/html", "/search?q={searchTerms}"),
            Url(SuggestionsType, "/search/suggest?q={searchTerms}"));
        return TypedResults.Text(new XDeclaration("1.0", "UTF-8", null) + Environment.NewLine + description, DescriptionType + "; charset=utf-8");

        XElement Url(string type, string path) =>
            new(Names + "Url", new XAttribute("type", type), new XAttribute("template", AbsoluteUrl.Of(site.Value, request, path)));
    }

    private static JsonHttpResult<object[]> Suggest(HttpRequest request, IOptions<SiteOptions> site, Suggestions suggestions, string q = "")
    {
        var found = suggestions.For(q, request.HttpContext.Visitor().Clearance);
        object[] reply =
        [
            q,
            found.Select(suggestion => suggestion.Title).ToArray(),
            found.Select(_ => "").ToArray(),
            found.Select(suggestion => AbsoluteUrl.Of(site.Value, request, suggestion.Url)).ToArray()
        ];
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(reply, contentType: SuggestionsType);
    }
}
