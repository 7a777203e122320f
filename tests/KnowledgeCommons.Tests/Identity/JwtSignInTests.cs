using System.Net;
using System.Text;
using KnowledgeCommons.Tests.Reading;
using Microsoft.IdentityModel.Tokens;

namespace KnowledgeCommons.Tests.Identity;

public sealed class JwtSignInTests : IAsyncLifetime
{
    private readonly TestSite _site = new TestSite().Write("a.md", "# A");
    private IssuerStub? _stub;

    private IssuerStub Issuer => _stub ?? throw new InvalidOperationException("Not started.");
    private DateTimeOffset Now => _site.Time.GetUtcNow();

    public async Task InitializeAsync() => _stub = await IssuerStub.StartAsync();

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_token_of_the_issuer_lets_in_and_its_group_opens_the_desk()
    {
        await StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/articles/a", Issuer.Token(Now))).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/desk", Issuer.Token(Now))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("/desk", Issuer.Token(Now, claims => claims["groups"] = "london"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync("/articles/a", token: null)).Status);
    }

    public static TheoryData<string, string> BadTokens => new()
    {
        { "alg none", "The signature of your sign-in is not right" },
        { "HS256 with the public key", "The signature of your sign-in is not right" },
        { "another key under the known name", "The signature of your sign-in is not right" },
        { "a key nobody knows", "The signature of your sign-in is not right" },
        { "wrong issuer", "Your sign-in comes from another place" },
        { "wrong audience", "Your sign-in was made for another site" },
        { "expired", "Your sign-in has expired" },
        { "not yet valid", "Your sign-in counts from a later time on" },
        { "issued in the future", "Your sign-in counts from a later time on" },
        { "without an end", "Your sign-in has no end" },
        { "without a subject", "Your sign-in does not say who you are" },
        { "a logout token", "Your sign-in does not say who you are" },
        { "changed after signing", "The signature of your sign-in is not right" },
        { "no token at all", "What should tell us who you are cannot be read" },
        { "far too long", "What should tell us who you are cannot be read" }
    };

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_bad_token_is_refused_in_a_sentence(string kind, string sentence)
    {
        await StartAsync();
        var (status, page) = await AskAsync("/articles/a", Bad(kind));
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        var (programs, problem) = await AskAsync("/api/v1/articles/a", Bad(kind));
        Assert.Equal(HttpStatusCode.Unauthorized, programs);
        Assert.Contains(sentence, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_two_minutes_off_does_no_harm()
    {
        await StartAsync();
        var late = Issuer.Token(Now.AddMinutes(-6.9));
        var early = Issuer.Token(Now.AddMinutes(1.9));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/articles/a", late)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/articles/a", early)).Status);
    }

    [Fact]
    public async Task New_keys_are_found_at_once_but_made_up_ones_do_not_send_us_asking()
    {
        await StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/articles/a", Issuer.Token(Now))).Status);
        _site.Time.Advance(TimeSpan.FromMinutes(1));
        var old = Issuer.Token(Now);
        Issuer.Rotate();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/articles/a", Issuer.Token(Now))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync("/articles/a", old)).Status);
        var read = Issuer.TimesRead;
        for (var tries = 0; tries < 20; tries++) await AskAsync("/articles/a", Bad("a key nobody knows"));
        Assert.Equal(2, read);
        Assert.Equal(read, Issuer.TimesRead);
    }

    [Theory]
    [InlineData("hangs")]
    [InlineData("lies about its name")]
    [InlineData("never ends")]
    [InlineData("leads to keys without https")]
    public async Task A_discovery_document_that_misbehaves_stops_signing_in_and_nothing_else(string how)
    {
        Issuer.Hangs = how == "hangs";
        Issuer.IsEndless = how == "never ends";
        Issuer.ClaimedIssuer = how == "lies about its name" ? "https://evil.example" : null;
        Issuer.ClaimedKeys = how == "leads to keys without https" ? "http://keys.example/keys" : null;
        await StartAsync("--Identity:AnonymousReading=true");
        var (status, page) = await AskAsync("/articles/a", Issuer.Token(Now));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("does not answer just now. This is not your fault.", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/articles/a", token: null)).Status);
    }

    [Fact]
    public async Task The_assertion_of_a_proxy_comes_in_a_header_of_its_own_with_keys_at_an_address_of_their_own()
    {
        await StartAsync("--Identity:Jwt:Header=Cf-Access-Jwt-Assertion", $"--Identity:Jwt:Keys={Issuer.Url}/keys");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk");
        request.Headers.Add("Cf-Access-Jwt-Assertion", Issuer.Token(Now));
        using var answer = await _site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, Issuer.TimesRead);
    }

    [Theory]
    [InlineData("--Identity:Jwt:Issuer=http://login.example.com", "Identity:Jwt:Issuer must be the issuer's https address")]
    [InlineData("--Identity:Jwt:Issuer=https://login.example.com", "Identity:Jwt:Audience must name the audience")]
    public async Task Settings_that_would_believe_anybody_stop_the_start(string setting, string sentence)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => _site.StartAsync("--Identity:Mode=Jwt", setting));
        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
    }

    private Task StartAsync(params string[] settings) => _site.PublishedAsync(
    [
        "--Identity:Mode=Jwt", $"--Identity:Jwt:Issuer={Issuer.Url}", $"--Identity:Jwt:Audience:0={IssuerStub.Audience}", "--Identity:Roles:Technician:0=IT-Support", .. settings
    ]);

    private string Bad(string kind) => kind switch
    {
        "alg none" => Issuer.Unsigned(Now),
        "HS256 with the public key" => Issuer.SignedWithThePublicKey(Now),
        "another key under the known name" => Issuer.Token(Now, signing: ForeignKey(Issuer.Key.KeyId)),
        "a key nobody knows" => Issuer.Token(Now, signing: ForeignKey("nobody")),
        "wrong issuer" => Issuer.Token(Now, claims => claims["iss"] = "https://evil.example"),
        "wrong audience" => Issuer.Token(Now, claims => claims["aud"] = "another-site"),
        "expired" => Issuer.Token(Now.AddMinutes(-7.1)),
        "not yet valid" => Issuer.Token(Now, claims => claims["nbf"] = Now.AddMinutes(3).ToUnixTimeSeconds()),
        "issued in the future" => Issuer.Token(Now.AddMinutes(3)),
        "without an end" => Issuer.Token(Now, claims => claims.Remove("exp")),
        "without a subject" => Issuer.Token(Now, claims => claims.Remove("sub")),
        "a logout token" => Issuer.Token(Now, claims => claims["events"] = new Dictionary<string, object> { ["http://schemas.openid.net/event/backchannel-logout"] = new { } }),
        "changed after signing" => Changed(Issuer.Token(Now)),
        "far too long" => Issuer.Token(Now, claims => claims["groups"] = new string('x', 20_000)),
        _ => "not.a.token"
    };

    private static SigningCredentials ForeignKey(string name) =>
        new(new RsaSecurityKey(System.Security.Cryptography.RSA.Create(2048)) { KeyId = name }, SecurityAlgorithms.RsaSha256);

    private static string Changed(string token)
    {
        var parts = token.Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("\"ada\"", "\"eve\"", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(payload))}.{parts[2]}";
    }

    private async Task<(HttpStatusCode Status, string Page)> AskAsync(string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        using var answer = await _site.Client.SendAsync(request);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
