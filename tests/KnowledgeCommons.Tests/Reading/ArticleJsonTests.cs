using System.Net;
using System.Text.Json;

namespace KnowledgeCommons.Tests.Reading;

public sealed class ArticleJsonTests(JsonShelf shelf) : IClassFixture<JsonShelf>
{
    private readonly TestSite _site = shelf.Site;

    [Theory]
    [InlineData("printing/paper-jam")]
    [InlineData("printing/stuck")]
    [InlineData("Printing/Paper-Jam")]
    public async Task Programs_read_an_article_under_any_of_its_addresses(string slug)
    {
        using var article = JsonDocument.Parse(await _site.Client.GetStringAsync($"/api/v1/articles/{slug}"));
        var fields = article.RootElement;
        Assert.Equal("printing/paper-jam", fields.GetProperty("slug").GetString());
        Assert.Equal("Paper jam", fields.GetProperty("title").GetString());
        Assert.Equal("Ada", fields.GetProperty("owner").GetString());
        Assert.Equal(12, fields.GetProperty("revision").GetString()?.Length);
        Assert.Contains("<em>tray</em>", fields.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Contains("Open the *tray*.", fields.GetProperty("markdown").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_of_people_are_not_given_away()
    {
        Assert.DoesNotContain("secret@example.com", await _site.Client.GetStringAsync("/api/v1/articles/printing/paper-jam"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_article_is_a_problem_in_json()
    {
        using var response = await _site.Client.GetAsync("/api/v1/articles/nothing");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }
}

public sealed class JsonShelf : IAsyncLifetime
{
    internal TestSite Site { get; } = new();

    public Task InitializeAsync() => Site
        .Write("_people.yml", "people:\n  ada: { name: Ada, email: secret@example.com }\n")
        .Write("printing/paper-jam.md", "---\ntitle: Paper jam\nowner: ada\naliases: [printing/stuck]\n---\nOpen the *tray*.\n")
        .PublishedAsync();

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
