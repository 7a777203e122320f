using System.Buffers.Text;
using System.Security.Cryptography;

namespace KnowledgeCommons.Server.Identity;

/// <summary>256 random bits that stand for a session. Over https the browser itself makes sure (__Host-) that no neighbouring host has set it.</summary>
internal static class SessionCookie
{
    private const string Name = "kc-session";
    private const int Bytes = 32;
    private const int Letters = 43;

    /// <summary>What the browser sent, if it looks like ours.</summary>
    public static string? Of(HttpContext context) =>
        context.Request.Cookies[NameFor(context)] is { Length: Letters } sent && Base64Url.IsValid(sent) ? sent : null;

    /// <summary>A new one, whatever the browser had before.</summary>
    public static string Hand(HttpContext context)
    {
        var value = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        context.Response.Cookies.Append(NameFor(context), value, Options(context));
        return value;
    }

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(NameFor(context), Options(context));

    private static string NameFor(HttpContext context) => OwnCookie.Name(context, Name);

    // Without an age: it goes with the browser, as people at shared machines expect.
    private static CookieOptions Options(HttpContext context) => OwnCookie.Options(context, lifetime: null);
}
