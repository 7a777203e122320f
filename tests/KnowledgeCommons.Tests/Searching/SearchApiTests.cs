using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;

namespace KnowledgeCommons.Tests.Searching;

public sealed class SearchApiTests
{
    [Fact]
    public async Task The_answer_has_exactly_the_promised_shape()
    {
        await using var site = await SearchSite.StartAsync();
        var answer = await site.Client.GetFromJsonAsync<JsonElement>("/api/v1/search?q=blue+light");
        Assert.Equal(["query", "corrected", "total", "search", "hits", "knownIssues"], answer.EnumerateObject().Select(field => field.Name));
        Assert.Equal("blue light", answer.GetProperty("query").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("corrected").ValueKind);
        Assert.Equal(1, answer.GetProperty("total").GetInt32());
        Assert.True(answer.GetProperty("search").TryGetGuid(out _));
        var hit = Assert.Single(answer.GetProperty("hits").EnumerateArray());
        Assert.Equal(["slug", "title", "url", "section", "snippet", "score"], hit.EnumerateObject().Select(field => field.Name));
        Assert.Equal("printing/offline", hit.GetProperty("slug").GetString());
        Assert.Equal("The printer is offline", hit.GetProperty("title").GetString());
        Assert.Equal("/articles/printing/offline#check-the-cable", hit.GetProperty("url").GetString());
        Assert.Equal("Check the cable", hit.GetProperty("section").GetString());
        Assert.Equal("Push the plug in &amp; wait for the &quot;<mark>blue</mark>&quot; <mark>light</mark> of the printer.", hit.GetProperty("snippet").GetString());
        Assert.True(hit.GetProperty("score").GetDouble() > 0);
    }

    [Theory]
    [InlineData("limit=1", 1)]
    [InlineData("limit=0", 1)]
    [InlineData("limit=-5", 1)]
    [InlineData("limit=9999", 3)]
    [InlineData("offset=2", 1)]
    [InlineData("offset=-1", 3)]
    [InlineData("offset=99", 0)]
    public async Task Limit_and_offset_are_kept_within_their_bounds(string query, int hits)
    {
        await using var site = await SearchSite.StartAsync();
        var answer = await site.Client.GetFromJsonAsync<JsonElement>($"/api/v1/search?q=printer&{query}");
        Assert.Equal((3, hits), (answer.GetProperty("total").GetInt32(), answer.GetProperty("hits").GetArrayLength()));
    }

    [Theory]
    [InlineData("limit=ten")]
    [InlineData("limit=1.5")]
    [InlineData("limit=99999999999999999999")]
    [InlineData("offset=%00")]
    public async Task A_number_that_is_none_is_a_problem(string query)
    {
        await using var site = await SearchSite.StartAsync();
        using var response = await site.Client.GetAsync($"/api/v1/search?q=printer&{query}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Filters_work_and_no_question_has_no_hits()
    {
        await using var site = await SearchSite.StartAsync();
        Assert.Equal(2, await TotalAsync("q=printer&topic=printing"));
        Assert.Equal(2, await TotalAsync("q=printer&for=macos"));
        Assert.Equal(0, await TotalAsync("q=printer&lang=de"));
        Assert.Equal(3, await TotalAsync("q=printer&topic=&for=&lang="));
        Assert.Equal(0, await TotalAsync("q="));
        Assert.Equal(0, await TotalAsync(""));

        async Task<int> TotalAsync(string query) =>
            (await site.Client.GetFromJsonAsync<JsonElement>($"/api/v1/search?{query}")).GetProperty("total").GetInt32();
    }

    [Fact]
    public async Task Suggestions_are_titles_with_their_addresses()
    {
        await using var site = await SearchSite.StartAsync();
        Assert.Equal("""{"suggestions":[{"kind":"article","title":"The printer is offline","slug":"printing/offline","url":"/articles/printing/offline"}]}""",
            await site.Client.GetStringAsync("/api/v1/suggest?q=offl"));
        Assert.Equal("""{"suggestions":[]}""", await site.Client.GetStringAsync("/api/v1/suggest"));
        Assert.Equal("""{"suggestions":[]}""", await site.Client.GetStringAsync("/api/v1/suggest?q=%22*"));
    }

    [Fact]
    public async Task Both_calls_are_described()
    {
        await using var site = await SearchSite.StartAsync();
        var paths = (await site.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths");
        Assert.Equal("Find articles that answer a question", paths.GetProperty("/api/v1/search").GetProperty("get").GetProperty("summary").GetString());
        Assert.Equal("Suggest", paths.GetProperty("/api/v1/suggest").GetProperty("get").GetProperty("operationId").GetString());
        Assert.Contains("limit", paths.GetProperty("/api/v1/search").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("--Site:BaseUrl=https://help.example.com/", "https://help.example.com")]
    [InlineData("--Site:Name=Help & <Support> for everybody", null)]
    public async Task A_browser_is_told_how_to_search_here(string setting, string? expected)
    {
        await using var site = await SearchSite.StartAsync(setting);
        using var response = await site.Client.GetAsync("/opensearch.xml");
        Assert.Equal("application/opensearchdescription+xml", response.Content.Headers.ContentType?.MediaType);
        var root = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root;
        var address = expected ?? $"http://{site.Client.BaseAddress?.Authority}";
        var urls = root?.Elements().Where(element => element.Name.LocalName == "Url").ToDictionary(url => url.Attribute("type")?.Value ?? "", url => url.Attribute("template")?.Value);
        Assert.Equal($"{address}/search?q={{searchTerms}}", urls?["text/html"]);
        Assert.Equal($"{address}/search/suggest?q={{searchTerms}}", urls?["application/x-suggestions+json"]);
        Assert.True(root?.Elements().First(element => element.Name.LocalName == "ShortName").Value.Length <= 16);
        Assert.Equal($"""["offl",["The printer is offline"],[""],["{address}/articles/printing/offline"]]""", await site.Client.GetStringAsync("/search/suggest?q=offl"));
    }
}
