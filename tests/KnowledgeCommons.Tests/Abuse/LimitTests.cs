using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.Tests.Abuse;

public sealed class LimitTests : IAsyncLifetime
{
    private TestSite? _site;

    private TestSite Site => _site ?? throw new InvalidOperationException("Not started.");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Site.DisposeAsync();

    [Fact]
    public async Task One_network_that_asks_too_much_waits_and_nobody_else_does()
    {
        await StartAsync("--Abuse:PagesPerNetwork=10");
        var answers = new List<HttpStatusCode>();
        for (var page = 0; page < 30; page++) answers.Add((await GetAsync("/", $"203.0.113.{page + 1}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, answers[0]);
        Assert.InRange(answers.Count(status => status == HttpStatusCode.TooManyRequests), 15, 20);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/", "203.0.114.1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/", "2001:db8::1")).StatusCode);
    }

    [Fact]
    public async Task Of_IPv6_everybody_within_one_network_counts_together()
    {
        await StartAsync("--Abuse:PagesPerNetwork=10");
        for (var page = 0; page < 12; page++) await GetAsync("/", $"2001:db8:0:{page:x}::{page:x}");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync("/", "2001:db8:0:ff::1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/", "2001:db8:0:100::1")).StatusCode);
    }

    [Fact]
    public async Task One_browser_that_asks_too_much_waits_from_whatever_network()
    {
        await StartAsync("--Abuse:PagesPerReader=5");
        var statuses = new List<HttpStatusCode>();
        for (var page = 0; page < 12; page++) statuses.Add((await GetAsync("/search?q=vpn", $"203.0.{page}.1", Site.Client)).StatusCode);
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/search?q=vpn", "203.0.1.1")).StatusCode);
    }

    [Fact]
    public async Task The_refusal_is_calm_says_when_to_come_back_and_names_a_person_with_their_phone()
    {
        await StartAsync("--Abuse:PagesPerNetwork=1");
        await GetAsync("/", "203.0.113.1");
        foreach (var path in (string[])["/", "/help", "/help/now", "/no/such/page"])
        {
            using var answer = await GetAsync(path, "203.0.113.1");
            var page = await answer.PageAsync();
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
            Assert.InRange(answer.Headers.RetryAfter?.Delta ?? default, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2));
            Assert.Equal("Please wait a minute", page.Text("h1"));
            Assert.Contains("Ana Ruiz can help you", page.Text("main"), StringComparison.Ordinal);
            Assert.Equal("tel:+442079460101", page.QuerySelector("main a.button")?.GetAttribute("href"));
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task A_form_that_comes_too_soon_is_given_back_with_every_word()
    {
        await StartAsync("--Abuse:PostsPerNetwork=1");
        await PostAsync("203.0.113.1", ("problem", "First"));
        using var answer = await PostAsync("203.0.113.1", ("problem", "My <b>screen</b> is dark"), ("name", "Bob"), ("tried", "one"), ("tried", "two"));
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Equal("My <b>screen</b> is dark", page.QuerySelector("blockquote")?.TextContent);
        Assert.Equal(["My <b>screen</b> is dark", "Bob", "one", "two"], page.QuerySelectorAll("form[action='/help'] input").Select(input => input.GetAttribute("value")));
        Assert.Contains("Ana Ruiz can help you", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_goes_on_sending_is_not_given_everything_back()
    {
        await StartAsync("--Abuse:PostsPerNetwork=1");
        for (var post = 0; post < 35; post++) await PostAsync("203.0.113.1", ("problem", $"Post {post}"));
        using var answer = await PostAsync("203.0.113.1", ("problem", "The last of many"));
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.DoesNotContain("The last of many", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_problem_details_and_those_with_secrets_of_their_own_are_not_counted()
    {
        await StartAsync("--Abuse:PagesPerNetwork=1");
        await GetAsync("/", "203.0.113.1");
        using var answer = await GetAsync("/api/v1/search?q=vpn", "203.0.113.1");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/healthz", "203.0.113.1")).StatusCode);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await GetAsync("/api/v1/health/articles", "203.0.113.1")).StatusCode);
    }

    [Fact]
    public async Task Who_waits_long_enough_is_served_again()
    {
        // Sixty a minute: the bucket of one second fills again.
        await StartAsync("--Abuse:PagesPerNetwork=60");
        for (var page = 0; page < 70; page++) await GetAsync("/healthy", "203.0.113.1");
        await Eventually.HoldsAsync(async () => (await GetAsync("/", "203.0.113.1")).StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_header_that_no_listed_proxy_has_sent_makes_nobody_else_of_somebody()
    {
        await StartAsync("--Abuse:PagesPerReader=3", "--Site:Proxies:0=10.0.0.1");
        await Site.Client.GetAsync("/search?q=vpn");
        var statuses = new List<HttpStatusCode>();
        for (var page = 0; page < 10; page++) statuses.Add((await GetAsync("/", $"203.0.{page}.1", Site.Client)).StatusCode);
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    [Theory]
    [InlineData("--Abuse:PagesPerReader=-1", "Abuse:PagesPerReader must be between 0 and 1000000")]
    [InlineData("--Abuse:FastestForm=00:05:00", "Abuse:FastestForm must be between 0 and 30 seconds")]
    [InlineData("--Abuse:KeepHeld=01:00:00", "Abuse:KeepHeld must be at least 2 days")]
    public async Task A_wrong_setting_is_named_at_the_start(string setting, string sentence)
    {
        _site = new TestSite();
        var wrong = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => Site.StartAsync(setting));
        Assert.Contains(sentence, wrong.Message, StringComparison.Ordinal);
    }

    private async Task StartAsync(params string[] settings) => _site = await HelpSite.StartAsync(
        site => site.Write("_people.yml", "people:\n  ana: { name: Ana Ruiz, phone: \"+44 20 7946 0101\" }\nduty:\n  default: { owner: ana }\n"),
        ["--Site:Proxies:0=127.0.0.1", .. settings]);

    private async Task<HttpResponseMessage> GetAsync(string path, string from, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, from, client);
    }

    private async Task<HttpResponseMessage> PostAsync(string from, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/help") { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        return await SendAsync(request, from, client: null);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string from, HttpClient? client)
    {
        request.Headers.Add("X-Forwarded-For", from);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        if (client is not null) return await client.SendAsync(request);
        using var stranger = Site.NewReader();
        return await stranger.SendAsync(request);
    }
}
