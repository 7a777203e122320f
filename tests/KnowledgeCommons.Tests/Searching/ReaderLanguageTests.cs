using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Tests.Searching;

public sealed class ReaderLanguageTests
{
    private static readonly SearchScope InThree = new([], [], ["de", "en", "pt-BR"]);

    [Theory]
    [InlineData("de", "de")]
    [InlineData("de-AT, en;q=0.5", "de")]
    [InlineData("EN-gb", "en")]
    [InlineData("sv, de;q=0.3, en;q=0.8", "en")]
    [InlineData("sv, de;q=0, *;q=0.1", null)]
    [InlineData("pt", "pt-BR")]
    [InlineData("*", null)]
    [InlineData(";;; q=x \"de", "de")] // what can be read of it counts
    [InlineData(";,=;\"", null)]
    [InlineData("", null)]
    public async Task The_first_language_of_the_reader_that_has_articles_is_preferred(string header, string? expected)
    {
        var engine = new CannedEngine(new("", 0, []), InThree);
        await using var site = await new TestSite().Using<ISearchEngine>(engine).StartAsync();
        foreach (var address in (string[])["/search?q=vpn", "/api/v1/search?q=vpn"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept-Language", header);
            using var response = await site.Client.SendAsync(request);
            response.EnsureSuccessStatusCode();
            Assert.Equal(expected, engine.Asked?.ReaderLanguage);
        }
    }

    [Fact]
    public async Task Nothing_about_the_language_is_kept_or_filtered()
    {
        var engine = new CannedEngine(new("", 0, []), InThree);
        await using var site = await new TestSite().Using<ISearchEngine>(engine).StartAsync();
        site.Client.DefaultRequestHeaders.Add("Accept-Language", "de");
        using var response = await site.Client.GetAsync("/search?q=vpn");
        Assert.Null(engine.Asked?.Language);
        Assert.DoesNotContain(response.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("=de", StringComparison.Ordinal));
    }
}
