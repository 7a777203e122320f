using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Tests.Feedback;

public sealed class OutcomeApiTests : IAsyncLifetime
{
    private const string Address = "/api/v1/articles/network/vpn/outcomes";
    private static readonly Article Vpn = Shelf.Article("network/vpn");
    private readonly TestSite _site = new();

    public async Task InitializeAsync()
    {
        await _site.StartAsync();
        await _site.PublishAsync(Vpn);
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_program_may_send_everything_at_once_and_gets_the_receipt()
    {
        using var response = await _site.Client.PostAsJsonAsync(Address,
            new { answer = "not-fixed", revision = Vpn.Revision.Value, reason = "step-fails", step = 3, text = "There is no such menu." });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var receipt = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("receipt").GetString();
        Assert.Equal(receipt, response.Headers.Location?.ToString());
        using var page = await _site.Client.GetAsync(receipt);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var row = Assert.Single(await _site.OutcomesAsync());
        Assert.Equal(("not-fixed", "step-fails", 3L, "There is no such menu."), (row.Answer, row.Reason, row.Step, row.Text));
    }

    [Theory]
    [InlineData("""{"answer":"perhaps"}""", "We did not recognise that answer.")]
    [InlineData("""{}""", "We did not recognise that answer.")]
    [InlineData("""{"answer":"fixed","revision":"000000000000"}""", "We do not know that version of the article.")]
    [InlineData("""{"answer":"not-fixed","reason":"bad-luck"}""", "We did not recognise that reason.")]
    [InlineData("""{"answer":"not-fixed","step":0}""", "Please give the step as a whole number from 1 to 999.")]
    public async Task What_cannot_be_taken_is_answered_with_problem_details(string json, string sentence)
    {
        using var response = await _site.Client.PostAsync(Address, new StringContent(json, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith(sentence, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(await _site.OutcomesAsync());
    }

    [Theory]
    [InlineData("{\"answer\":", HttpStatusCode.BadRequest)]
    [InlineData("""{"answer":"fixed","step":"three"}""", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    public async Task Broken_JSON_is_a_problem_not_a_crash(string json, HttpStatusCode expected)
    {
        using var response = await _site.Client.PostAsync(Address, new StringContent(json, Encoding.UTF8, "application/json"));
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await _site.OutcomesAsync());
    }

    [Fact]
    public async Task An_unknown_article_is_not_found()
    {
        using var response = await _site.Client.PostAsJsonAsync("/api/v1/articles/no/such/outcomes", new { answer = "fixed" });
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_call_is_described_for_programs()
    {
        var description = await _site.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var call = description.GetProperty("paths").EnumerateObject().Where(path => path.Value.TryGetProperty("post", out var post)
            && post.GetProperty("operationId").GetString() == "recordOutcome").Select(path => path.Value.GetProperty("post"));
        var responses = Assert.Single(call).GetProperty("responses");
        Assert.True(responses.TryGetProperty("201", out _) && responses.TryGetProperty("404", out _) && responses.TryGetProperty("400", out _));
    }
}
