using System.Net;
using KnowledgeCommons.Tests.Reading;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeCommons.Tests.Identity;

/// <summary>Signing in at a provider that nobody here wrote: oidc-provider, certified by the OpenID Foundation.</summary>
public sealed class RealProviderTests : IAsyncLifetime
{
    // A provider's tokens carry the machine's time.
    private readonly TestSite _site = new TestSite { Time = new FakeTimeProvider(TimeProvider.System.GetUtcNow()) }.Write("a.md", "# A");
    private readonly RealProvider _provider = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Theory]
    [InlineData("basic", true)]
    [InlineData("basic", false)]
    [InlineData("post", true)]
    [InlineData("post", false)]
    [InlineData("none", false)]
    public async Task Somebody_signs_in_and_their_group_opens_the_desk_however_the_site_shows_itself_and_wherever_groups_stand(string clientAuthentication, bool groupsInIdToken)
    {
        await StartAsync(clientAuthentication, groupsInIdToken);
        Assert.Equal("/desk?x=1", await SignInAsync(_site.Client, "ada", "/desk?x=1"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(_site.Client, "/desk"));
        using var reader = _site.NewReader();
        await SignInAsync(reader, "bob");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader, "/articles/a"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(reader, "/desk"));
    }

    [Fact]
    public async Task New_keys_of_the_provider_are_learnt_by_the_first_token_that_names_them()
    {
        await StartAsync();
        await SignInAsync(_site.Client, "ada");
        await _provider.RotateAsync();
        _site.Time.Advance(TimeSpan.FromSeconds(31));
        using var other = _site.NewReader();
        Assert.Equal("/", await SignInAsync(other, "ada"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(_site.Client, "/articles/a"));
    }

    [Theory]
    [InlineData("forged", "The signature of your sign-in is not right")]
    [InlineData("unsigned", "The signature of your sign-in is not right")]
    [InlineData("another-key", "The signature of your sign-in is not right")]
    [InlineData("public-key", "The signature of your sign-in is not right")]
    [InlineData("expired", "has expired")]
    [InlineData("early", "counts from a later time on")]
    [InlineData("another-audience", "was made for another site")]
    [InlineData("another-issuer", "comes from another place")]
    [InlineData("another-nonce", "belongs to another try")]
    [InlineData("replayed", "belongs to another try")]
    public async Task A_bad_token_on_an_otherwise_good_way_is_refused_and_opens_nothing(string tampering, string sentence)
    {
        await StartAsync();
        await SignInAsync(_site.NewReader(), "ada");
        await _provider.TamperAsync(tampering);
        using var victim = _site.NewReader();
        using var answer = await victim.GetAsync(await CallbackAsync(victim, "bob", "/"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Headers, header => header.Key == "Set-Cookie" && header.Value.Any(cookie => cookie.Contains("kc-session", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(victim, "/articles/a"));
        await _provider.TamperAsync("");
        Assert.Equal("/", await SignInAsync(victim, "bob"));
    }

    [Fact]
    public async Task A_callback_that_was_caught_on_its_way_is_worth_nothing_in_another_browser()
    {
        await StartAsync();
        using var victim = _site.NewReader();
        using var attacker = _site.NewReader();
        var caught = await CallbackAsync(victim, "ada", "/desk");
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(attacker, caught));
        // Neither with a sign-in of the attacker's own under way: their state, the victim's code.
        var own = await CallbackAsync(attacker, "mallory", "/");
        var mixed = QueryOf(own, "state") is { } state ? $"/sign-in/callback?state={state}&code={QueryOf(caught, "code")}" : "";
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(attacker, mixed));
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(attacker, "/desk"));
        // Nor is the victim signed in as somebody else by a link that the attacker sends them.
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(victim, await CallbackAsync(attacker, "mallory", "/")));
    }

    [Theory]
    [InlineData("another-issuer")]
    [InlineData("unsafe-token-endpoint")]
    [InlineData("is-no-json")]
    [InlineData("leads-away")]
    [InlineData("hangs")]
    public async Task A_discovery_document_that_lies_or_hangs_is_told_as_a_provider_that_does_not_answer(string lie)
    {
        await StartAsync();
        await _provider.LieAsync(lie);
        using var answer = await _site.Client.GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("does not answer", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await _provider.LieAsync("");
        _site.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("/", await SignInAsync(_site.Client, "ada"));
    }

    [Fact]
    public async Task Keys_that_were_known_go_on_counting_while_the_provider_lies()
    {
        await StartAsync();
        await SignInAsync(_site.Client, "ada");
        await _provider.LieAsync("another-issuer");
        _site.Time.Advance(TimeSpan.FromHours(13));
        using var answer = await _site.NewReader().GetAsync("/sign-in");
        Assert.StartsWith(_provider.Url + "/auth?", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_here_ends_the_session_there_and_leads_back()
    {
        await StartAsync();
        using var phone = _site.NewReader();
        await SignInAsync(_site.Client, "ada");
        using var done = await _site.Client.PostAsync("/sign-out", content: null);
        var there = done.Headers.GetValues("Refresh").Single()["0;url=".Length..];
        Assert.Equal($"{_site.Client.BaseAddress}sign-out", await _provider.ConfirmSignOutAsync(_site.Client, there));
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(_site.Client, "/articles/a"));
        using var again = await _site.Client.GetAsync("/sign-in");
        await Assert.ThrowsAnyAsync<Exception>(() => _provider.WalkAsync(_site.Client, again.Headers.Location?.OriginalString ?? "", login: ""));
    }

    [Fact]
    public async Task Signing_out_at_the_provider_ends_the_session_here()
    {
        await StartAsync();
        await SignInAsync(_site.Client, "ada");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(_site.Client, "/articles/a"));
        await _provider.ConfirmSignOutAsync(_site.Client, _provider.Url + "/session/end");
        await Eventually.HoldsAsync(async () => await StatusAsync(_site.Client, "/articles/a") == HttpStatusCode.SeeOther);
    }

    private async Task StartAsync(string clientAuthentication = "basic", bool groupsInIdToken = true)
    {
        await _site.PublishedAsync(_provider.Settings(clientAuthentication));
        await _provider.StartAsync(_site.Client.BaseAddress?.AbsoluteUri ?? "", clientAuthentication, groupsInIdToken);
    }

    private async Task<string> CallbackAsync(HttpClient browser, string login, string back)
    {
        using var led = await browser.GetAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(back));
        return await _provider.WalkAsync(browser, led.Headers.Location?.OriginalString ?? "", login);
    }

    private async Task<string?> SignInAsync(HttpClient browser, string login, string back = "/")
    {
        using var answer = await browser.GetAsync(await CallbackAsync(browser, login, back));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location?.OriginalString;
    }

    private static string? QueryOf(string address, string name) => System.Web.HttpUtility.ParseQueryString(new Uri(address).Query)[name];

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return answer.StatusCode;
    }
}
