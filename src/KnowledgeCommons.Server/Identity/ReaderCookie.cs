using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace KnowledgeCommons.Server.Identity;

/// <summary>The random first-party pseudonym. It says nothing about the person and goes away after 30 days.</summary>
internal static class ReaderCookie
{
    public const string Name = "kc-reader";
    private const int Bytes = 16;
    private const int Letters = 22;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
    private static readonly object Handed = new();

    /// <summary>The reader of this request; someone new gets a cookie as the response starts, so that no cached page ever holds it.</summary>
    public static Reader Of(HttpContext context)
    {
        if (context.Request.Cookies[OwnCookie.Name(context, Name)] is { } sent && IsOurs(sent)) return new Reader(Hash(sent));
        if (context.Items[Handed] is Reader known) return known;
        var reader = new Reader(Hash(Hand(context)));
        context.Items[Handed] = reader;
        return reader;
    }

    /// <summary>The reader of this request; null for somebody new, who gets no cookie for being asked.</summary>
    public static Reader? Known(HttpContext context) => context.Request.Cookies[OwnCookie.Name(context, Name)] is { } sent && IsOurs(sent) ? new Reader(Hash(sent)) : null;

    private static string Hand(HttpContext context)
    {
        var value = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var options = OwnCookie.Options(context, Lifetime);
        context.Response.OnStarting(() =>
        {
            context.Response.Cookies.Append(OwnCookie.Name(context, Name), value, options);
            return Task.CompletedTask;
        });
        return value;
    }

    private static bool IsOurs(string value) => value.Length == Letters && Base64Url.IsValid(value);

    // Runs for every page that is read.
    private static string Hash(string value)
    {
        Span<byte> ascii = stackalloc byte[Letters];
        Encoding.ASCII.GetBytes(value, ascii);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(ascii, hash);
        return Base64Url.EncodeToString(hash[..Bytes]);
    }
}
