using System.Net;

namespace KnowledgeCommons.Tests.Hosting;

public sealed class GuardTests
{
    private static HttpRequestMessage Post(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("answer", "fixed")]) };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task A_form_from_another_site_is_refused(string header, string value)
    {
        await using var site = await new TestSite().Write("a.md", "# A").StartAsync();
        using var answer = await site.Client.SendAsync(Post("/articles/a/outcome", (header, value)));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("we only accept forms sent from our own pages", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/articles/a")]
    [InlineData("/articles/not-there")]
    public async Task Every_page_forbids_scripts_and_frames_from_elsewhere(string address)
    {
        await using var site = await new TestSite().Write("a.md", "# A").StartAsync();
        using var answer = await site.Client.GetAsync(address);
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Host", "rebound.example")]
    public async Task The_desk_does_not_exist_for_anyone_who_is_not_at_this_machine(string header, string value)
    {
        await using var site = await new TestSite().Write("a.md", "# A").StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk");
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("--Content:Refresh=soon", "Content:Refresh")]
    [InlineData("--Content:Refresh=00:00:00", "Content:Refresh")]
    [InlineData("--Site:BaseUrl=ftp://x", "Site:BaseUrl")]
    [InlineData("--Site:TimeZone=Moon/Base", "Site:TimeZone")]
    [InlineData("--Identity:Mode=Open", "Identity:Mode")]
    [InlineData("--Storage:Provider=Excel", "Storage:Provider")]
    [InlineData("--Theme:Folder=/nowhere", "Theme:Folder")]
    public async Task A_wrong_setting_stops_the_start_and_names_the_key(string setting, string key)
    {
        await using var site = new TestSite().Write("a.md", "# A");
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => site.StartAsync(setting));
        Assert.Contains(key, failure.Message, StringComparison.Ordinal);
    }
}
