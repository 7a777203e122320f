using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// A sign-in that is under way at the provider: what it has to bring back, and where it leads then. It is kept, encrypted, in the browser that began it, so a foreign
/// state or code finds nothing to fit.
/// </summary>
internal sealed record PendingSignIn(string State, string Nonce, string Verifier, string ReturnUrl, DateTimeOffset Until)
{
    private const string CookieName = "kc-signing-in-";
    private const string Path = "/sign-in";
    private const string Purpose = "signing-in";
    private const int LettersOfState = 8;
    private const int LongestCookie = 4000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>RFC 7636, S256.</summary>
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static PendingSignIn Begin(HttpContext context, string returnUrl, IDataProtectionProvider protection, TimeProvider time)
    {
        var pending = new PendingSignIn(Random(), Random(), Random(), returnUrl, time.GetUtcNow() + Lifetime);
        context.Response.Cookies.Append(NameOf(context, pending.State), protection.CreateProtector(Purpose).Protect(JsonSerializer.Serialize(pending)), OwnCookie.Options(context, Lifetime, Path));
        return pending;
    }

    /// <summary>Takes the one that a callback's state belongs to out of the browser; null when this browser began none, or too long ago.</summary>
    public static PendingSignIn? Take(HttpContext context, string state, IDataProtectionProvider protection, TimeProvider time)
    {
        if (state.Length < LettersOfState || context.Request.Cookies[NameOf(context, state)] is not { Length: < LongestCookie } sent) return null;
        context.Response.Cookies.Delete(NameOf(context, state), OwnCookie.Options(context, Lifetime, Path));
        try
        {
            var pending = JsonSerializer.Deserialize<PendingSignIn>(protection.CreateProtector(Purpose).Unprotect(sent));
            return pending is not null && SharedSecret.Fits(state, pending.State) && pending.Until > time.GetUtcNow() ? pending : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string NameOf(HttpContext context, string state) =>
        OwnCookie.Name(context, CookieName + string.Concat(state.Take(LettersOfState).Where(char.IsAsciiLetterOrDigit)), Path);

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
