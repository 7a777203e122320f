using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace KnowledgeCommons.Server.Identity;

/// <summary>A cookie that says: the owner of this login has signed in here before. Encrypted, and sent to the pages to sign in only.</summary>
internal sealed class KnownDevice(IDataProtectionProvider protection)
{
    private const string Name = "kc-known";
    private const string Path = "/sign-in";
    private const int LongestCookie = 1000;
    private const int Bytes = 16;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);
    private readonly IDataProtector _protector = protection.CreateProtector("known-device");

    /// <summary>What to count this browser's tries for the login by; null for a browser that nobody knows.</summary>
    public string? Of(HttpContext context, string login)
    {
        if (context.Request.Cookies[OwnCookie.Name(context, Name, Path)] is not { Length: < LongestCookie } sent) return null;
        try
        {
            return _protector.Unprotect(sent).Split('/', 2) is [var device, var whose] && whose == Account.LoginOf(login) ? device : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Remember(HttpContext context, string login)
    {
        var device = Of(context, login) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        context.Response.Cookies.Append(OwnCookie.Name(context, Name, Path), _protector.Protect($"{device}/{Account.LoginOf(login)}"), OwnCookie.Options(context, Lifetime, Path));
    }
}
