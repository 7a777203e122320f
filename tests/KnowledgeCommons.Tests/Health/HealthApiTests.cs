using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.Tests.Health;

public sealed class HealthApiTests
{
    private const string Token = "a token of more than 20 letters";

    [Fact]
    public async Task Each_article_is_told_with_its_numbers_and_a_sentence_those_that_need_somebody_first()
    {
        await using var site = await HelpSite.StartAsync($"--Health:Token=sha256:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Token)))}");
        var printing = site.Article(HelpSite.Printing);
        await site.SaidAsync("ann", printing, "not-fixed");
        for (var reader = 0; reader < 5; reader++) await site.ContactAsync($"reader {reader}", printing);
        using var answer = await GetAsync(site, Token);
        var articles = (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().ToList();
        Assert.Equal([HelpSite.Printing, HelpSite.Vpn], articles.Select(article => article.GetProperty("slug").GetString()));
        var first = articles[0];
        Assert.Equal((printing.Id, printing.Revision.Value, "WorthALook", 5, 1),
            (first.GetProperty("id").GetString(), first.GetProperty("revision").GetString(), first.GetProperty("state").GetString(), first.GetProperty("contacts").GetInt32(),
                first.GetProperty("outcomes").GetProperty("notFixed").GetInt32()));
        Assert.Equal((JsonValueKind.Null, "Nobody has been seen using it so far."), (articles[1].GetProperty("probability").ValueKind, articles[1].GetProperty("sentence").GetString()));
    }

    [Fact]
    public async Task Without_a_token_in_the_settings_or_with_a_wrong_one_there_is_no_such_address()
    {
        await using var open = await HelpSite.StartAsync();
        using var unset = await GetAsync(open, Token);
        Assert.Equal(HttpStatusCode.NotFound, unset.StatusCode);
        await using var set = await HelpSite.StartAsync($"--Health:Token={Token}");
        using var wrong = await GetAsync(set, Token + "!");
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
    }

    private static async Task<HttpResponseMessage> GetAsync(TestSite site, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/health/articles");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await site.Client.SendAsync(request);
    }
}
