using System.Net;
using System.Web;
using KnowledgeCommons.Tests.Reading;

namespace KnowledgeCommons.Tests.Identity;

public sealed class OidcSignInTests : IAsyncLifetime
{
    private readonly TestSite _site = new TestSite().Write("a.md", "# A");
    private IssuerStub? _stub;

    private IssuerStub Issuer => _stub ?? throw new InvalidOperationException("Not started.");
    private DateTimeOffset Now => _site.Time.GetUtcNow();

    public async Task InitializeAsync()
    {
        _stub = await IssuerStub.StartAsync();
        await _site.PublishedAsync(
            "--Identity:Mode=Oidc", $"--Identity:Oidc:Authority={Issuer.Url}", $"--Identity:Oidc:ClientId={IssuerStub.Audience}", "--Identity:Oidc:ClientSecret=a secret",
            "--Identity:Roles:Technician:0=it-support");
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_comes_back_from_the_provider_to_the_page_they_asked_for()
    {
        var asked = await BeginAsync(_site.Client, "/desk?x=1");
        Assert.Equal("S256", asked["code_challenge_method"]);
        Assert.Equal($"{_site.Client.BaseAddress}sign-in/callback", asked["redirect_uri"]);
        using var back = await _site.Client.GetAsync(CallbackOf(asked));
        Assert.Equal("/desk?x=1", back.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await _site.Client.GetAsync("/desk")).StatusCode);
    }

    [Fact]
    public async Task A_callback_counts_once_and_in_the_browser_that_began_it_only()
    {
        var asked = await BeginAsync(_site.Client);
        var callback = CallbackOf(asked);
        using var other = _site.NewReader();
        await AssertRefusedAsync(other, callback, "was not begun in this browser");
        await BeginAsync(other);
        await AssertRefusedAsync(other, callback, "was not begun in this browser");
        Assert.Equal(HttpStatusCode.SeeOther, (await _site.Client.GetAsync(callback)).StatusCode);
        await AssertRefusedAsync(_site.Client, callback, "was used already");
    }

    [Theory]
    [InlineData("a foreign state", "was not begun in this browser")]
    [InlineData("a foreign code", "was used already or took too long")]
    [InlineData("no code", "was used already or took too long")]
    [InlineData("another issuer", "comes from another place")]
    [InlineData("a cancelled sign-in", "was cancelled, or you are not allowed")]
    [InlineData("a foreign nonce", "belongs to another try")]
    [InlineData("a token for another site", "was made for another site")]
    [InlineData("an unsigned token", "The signature of your sign-in is not right")]
    [InlineData("an old token", "has expired")]
    [InlineData("eleven minutes", "took longer than ten minutes")]
    public async Task A_callback_with_anything_foreign_is_refused_in_a_sentence(string kind, string sentence)
    {
        var asked = await BeginAsync(_site.Client);
        var callback = kind switch
        {
            "a foreign state" => CallbackOf(asked).Replace(asked["state"] ?? "", new string('x', 43), StringComparison.Ordinal),
            "a foreign code" => $"/sign-in/callback?state={asked["state"]}&code=stolen",
            "no code" => $"/sign-in/callback?state={asked["state"]}",
            "another issuer" => CallbackOf(asked) + "&iss=https://evil.example",
            "a cancelled sign-in" => $"/sign-in/callback?state={asked["state"]}&error=access_denied",
            "a foreign nonce" => CallbackOf(asked, claims => claims["nonce"] = "another"),
            "a token for another site" => CallbackOf(asked, claims => claims["aud"] = "another-site"),
            "an old token" => CallbackOf(asked, claims => claims["exp"] = Now.AddMinutes(-3).ToUnixTimeSeconds()),
            _ => CallbackOf(asked)
        };
        if (kind == "an unsigned token") Issuer.IdTokens["code"] = Issuer.Unsigned(Now);
        if (kind == "eleven minutes") _site.Time.Advance(TimeSpan.FromMinutes(11));
        await AssertRefusedAsync(_site.Client, callback, sentence);
        Assert.Equal(HttpStatusCode.SeeOther, (await _site.Client.GetAsync("/articles/a")).StatusCode);
    }

    [Fact]
    public async Task A_cookie_of_a_sign_in_that_was_changed_fits_nothing()
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _site.Client.BaseAddress };
        using var led = await browser.GetAsync("/sign-in");
        var cookie = led.Headers.GetValues("Set-Cookie").Single(each => each.StartsWith("kc-signing-in-", StringComparison.Ordinal)).Split(';')[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, CallbackOf(HttpUtility.ParseQueryString(led.Headers.Location?.Query ?? "")));
        request.Headers.Add("Cookie", cookie[..^4] + (cookie.EndsWith('A') ? "BBBB" : "AAAA"));
        using var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/%5Cevil.example")]
    [InlineData("https://evil.example")]
    public async Task A_callback_never_leads_to_another_site(string asked)
    {
        using var back = await _site.Client.GetAsync(CallbackOf(await BeginAsync(_site.Client, asked)));
        Assert.Equal("/", back.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_leads_to_the_providers_page()
    {
        await _site.Client.GetAsync(CallbackOf(await BeginAsync(_site.Client)));
        using var done = await _site.Client.PostAsync("/sign-out", content: null);
        Assert.Contains($"0;url={Issuer.Url}/end?client_id={IssuerStub.Audience}&id_token_hint=", done.Headers.GetValues("Refresh").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await _site.Client.GetAsync("/articles/a")).StatusCode);
    }

    [Fact]
    public async Task The_provider_ends_a_session_by_a_signed_word_and_nobody_else_does()
    {
        await _site.Client.GetAsync(CallbackOf(await BeginAsync(_site.Client), claims => claims["sid"] = "s1"));
        var word = Issuer.Token(Now, claims => (claims["sid"], claims["events"]) = ("s1", new Dictionary<string, object> { ["http://schemas.openid.net/event/backchannel-logout"] = new { } }));
        Assert.Equal(HttpStatusCode.BadRequest, await TellAsync(Issuer.Token(Now, claims => claims["sid"] = "s1")));
        Assert.Equal(HttpStatusCode.BadRequest, await TellAsync(word + "x"));
        Assert.Equal(HttpStatusCode.OK, (await _site.Client.GetAsync("/articles/a")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await TellAsync(word));
        Assert.Equal(HttpStatusCode.SeeOther, (await _site.Client.GetAsync("/articles/a")).StatusCode);
    }

    [Fact]
    public async Task What_was_written_before_the_session_ended_is_shown_again()
    {
        using var sent = await _site.Client.PostAsync("/help", new FormUrlEncodedContent([new("problem", "My <b>printer</b> is on fire"), new("reach", "here")]));
        Assert.Equal(HttpStatusCode.Unauthorized, sent.StatusCode);
        Assert.Contains("My &lt;b&gt;printer&lt;/b&gt; is on fire", await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<System.Collections.Specialized.NameValueCollection> BeginAsync(HttpClient browser, string back = "/")
    {
        using var led = await browser.GetAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(back));
        Assert.StartsWith(Issuer.Url + "/authorize?", led.Headers.Location?.OriginalString, StringComparison.Ordinal);
        return HttpUtility.ParseQueryString(led.Headers.Location?.Query ?? "");
    }

    private string CallbackOf(System.Collections.Specialized.NameValueCollection asked, Action<Dictionary<string, object>>? change = null)
    {
        Issuer.IdTokens["code"] = Issuer.Token(Now, claims =>
        {
            claims["nonce"] = asked["nonce"] ?? "";
            change?.Invoke(claims);
        });
        return $"/sign-in/callback?state={asked["state"]}&code=code";
    }

    private async Task<HttpStatusCode> TellAsync(string token)
    {
        using var answer = await _site.NewReader().PostAsync("/sign-out/back-channel", new FormUrlEncodedContent([new("logout_token", token)]));
        return answer.StatusCode;
    }

    private static async Task AssertRefusedAsync(HttpClient browser, string callback, string sentence)
    {
        using var answer = await browser.GetAsync(callback);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }
}
