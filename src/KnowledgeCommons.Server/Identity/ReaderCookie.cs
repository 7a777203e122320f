using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// The random first-party pseudonym. It says nothing about the person and another takes its place after 30 days, whatever the browser keeps: the value says until
/// which day (whole days since 1970 in UTC) it is good. Whoever opens a case keeps it for 90 days more, so that the case can be found again.
/// </summary>
internal static class ReaderCookie
{
    public const string Name = "kc-reader";
    private const int Bytes = 16;
    private const int Letters = 22;
    private const int Digits = 5;
    private const int LongestDays = 90;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
    private static readonly TimeSpan WithCase = TimeSpan.FromDays(LongestDays);
    private static readonly object Handed = new();

    /// <summary>The reader of this request; someone new gets a cookie as the response starts, so that no cached page ever holds it.</summary>
    public static Reader Of(HttpContext context)
    {
        if (Sent(context) is { } value) return new Reader(Hash(value));
        if (context.Items[Handed] is string handed) return new Reader(Hash(handed));
        var fresh = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        context.Items[Handed] = fresh;
        Hand(context, fresh, Lifetime);
        return new Reader(Hash(fresh));
    }

    /// <summary>The reader of this request; null for somebody new, who gets no cookie for being asked.</summary>
    public static Reader? Known(HttpContext context) => Sent(context) is { } value ? new Reader(Hash(value)) : null;

    /// <summary>Somebody opened a case: they stay the same reader for longer.</summary>
    public static void Keep(HttpContext context)
    {
        if ((Sent(context) ?? context.Items[Handed] as string) is { } value) Hand(context, value, WithCase);
    }

    // The last word about it counts: a cookie that was handed in the same request is replaced.
    private static void Hand(HttpContext context, string value, TimeSpan lifetime)
    {
        var until = Today(context) + (long)lifetime.TotalDays;
        var options = OwnCookie.Options(context, lifetime);
        context.Items[Pending] = (value, until, options);
        if (context.Items.TryAdd(Announced, true)) context.Response.OnStarting(Append, context);
    }

    private static Task Append(object state)
    {
        var context = (HttpContext)state;
        if (context.Items[Pending] is (string value, long until, CookieOptions options))
            context.Response.Cookies.Append(OwnCookie.Name(context, Name), string.Create(CultureInfo.InvariantCulture, $"{value}.{until:D5}"), options);
        return Task.CompletedTask;
    }

    // The pseudonym in a cookie of ours that is still good; null for anything else.
    private static string? Sent(HttpContext context)
    {
        if (context.Request.Cookies[OwnCookie.Name(context, Name)] is not { Length: Letters + 1 + Digits } sent || sent[Letters] != '.' || !Base64Url.IsValid(sent.AsSpan(0, Letters))) return null;
        if (!long.TryParse(sent.AsSpan(Letters + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var until)) return null;
        var left = until - Today(context);
        return left is >= 0 and <= LongestDays ? sent[..Letters] : null;
    }

    private static long Today(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds() / TimeSpan.MillisecondsPerDay;

    // Runs for every page that is read.
    private static string Hash(string value)
    {
        Span<byte> ascii = stackalloc byte[Letters];
        Encoding.ASCII.GetBytes(value, ascii);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(ascii, hash);
        return Base64Url.EncodeToString(hash[..Bytes]);
    }

    private static readonly object Pending = new();
    private static readonly object Announced = new();
}
