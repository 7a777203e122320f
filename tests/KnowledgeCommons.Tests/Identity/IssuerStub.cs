using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KnowledgeCommons.Tests.Identity;

/// <summary>Somebody else's token issuer on a free loopback port. It behaves, or lies and hangs as told.</summary>
internal sealed class IssuerStub : IAsyncDisposable
{
    public const string Audience = "knowledge-commons";
    private readonly WebApplication _app;
    private RsaSecurityKey _key = NewKey();

    private IssuerStub(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();
    public RsaSecurityKey Key => _key;

    /// <summary>What the discovery document calls itself, when it lies.</summary>
    public string? ClaimedIssuer { get; set; }

    public string? ClaimedKeys { get; set; }
    public bool Hangs { get; set; }
    public bool IsEndless { get; set; }
    public int TimesRead { get; private set; }

    /// <summary>The id token that a code is worth; a code is worth one once.</summary>
    public ConcurrentDictionary<string, string> IdTokens { get; } = new();

    public static async Task<IssuerStub> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions());
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var stub = new IssuerStub(builder.Build());
        stub._app.MapGet("/.well-known/openid-configuration", stub.DiscoveryAsync);
        stub._app.MapGet("/keys", () => Results.Json(new { keys = new[] { stub.PublicKey() } }));
        stub._app.MapPost("/token", (Delegate)stub.RedeemAsync);
        await stub._app.StartAsync();
        return stub;
    }

    public void Rotate() => _key = NewKey();

    public string Token(DateTimeOffset now, Action<Dictionary<string, object>>? change = null, SigningCredentials? signing = null)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Url,
            ["aud"] = Audience,
            ["sub"] = "ada",
            ["name"] = "Ada Lovelace",
            ["groups"] = new[] { "it-support", "london" },
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds()
        };
        change?.Invoke(claims);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            JsonSerializer.Serialize(claims), signing ?? new SigningCredentials(_key, SecurityAlgorithms.RsaSha256));
    }

    /// <summary>A token without a signature, whose header says so.</summary>
    public string Unsigned(DateTimeOffset now)
    {
        var payload = Token(now).Split('.')[1];
        return $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{payload}.";
    }

    /// <summary>Signed with the public key as if it were a shared secret.</summary>
    public string SignedWithThePublicKey(DateTimeOffset now)
    {
        var secret = Encoding.ASCII.GetBytes(_key.Rsa.ExportSubjectPublicKeyInfoPem());
        var head = Base64UrlEncoder.Encode($$"""{"alg":"HS256","typ":"JWT","kid":"{{_key.KeyId}}"}""");
        var signed = $"{head}.{Token(now).Split('.')[1]}";
        return $"{signed}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}";
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    private async Task DiscoveryAsync(HttpContext context)
    {
        TimesRead++;
        if (Hangs) await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else if (IsEndless) await context.Response.WriteAsync("{\"issuer\":\"" + new string('x', 2_000_000));
        else
        {
            await context.Response.WriteAsJsonAsync(new
            {
                issuer = ClaimedIssuer ?? Url,
                jwks_uri = ClaimedKeys ?? Url + "/keys",
                authorization_endpoint = Url + "/authorize",
                token_endpoint = Url + "/token",
                end_session_endpoint = Url + "/end"
            });
        }
    }

    private async Task<IResult> RedeemAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        return form["code_verifier"].ToString().Length >= 43 && IdTokens.TryRemove(form["code"].ToString(), out var token)
            ? Results.Json(new { id_token = token, access_token = "x", token_type = "Bearer" })
            : Results.Json(new { error = "invalid_grant" }, statusCode: 400);
    }

    private object PublicKey()
    {
        var open = _key.Rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", kid = _key.KeyId, n = Base64UrlEncoder.Encode(open.Modulus), e = Base64UrlEncoder.Encode(open.Exponent) };
    }
}
