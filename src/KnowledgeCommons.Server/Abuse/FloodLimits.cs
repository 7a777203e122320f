using System.Threading.RateLimiting;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Abuse;

/// <summary>
/// How many requests one network and one browser may send (token buckets, in memory only). What programs send with a secret of their own is not counted: signatures and tokens
/// guard that.
/// </summary>
internal static class FloodLimits
{
    private const int Minute = 60;

    // A burst of ten seconds' worth, so that a flood is noticed at once.
    private const int Burst = 6;

    // The network comes first: whoever throws cookies away makes no buckets once it is empty.
    public static PartitionedRateLimiter<HttpContext> Of(AbuseOptions options, ClientAddress clients) => PartitionedRateLimiter.CreateChained(
        By(options.PagesPerNetwork, clients.NetworkOf),
        By(options.PagesPerReader, ReaderOf),
        By(options.PostsPerNetwork, context => IsPost(context) ? clients.NetworkOf(context) : null),
        By(options.PostsPerReader, context => IsPost(context) ? ReaderOf(context) : null));

    private static PartitionedRateLimiter<HttpContext> By(int most, Func<HttpContext, string?> who) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        most == 0 || OpenPaths.AreForPrograms(context.Request.Path) || who(context) is not { } key
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(key, _ => Bucket(most)));

    private static TokenBucketRateLimiterOptions Bucket(int most) => new()
    {
        TokenLimit = Math.Min(most, Math.Max(Minute, most / Burst)),
        TokensPerPeriod = Math.Max(1, most / Minute),
        ReplenishmentPeriod = TimeSpan.FromSeconds(most < Minute ? (double)Minute / most : 1),
        QueueLimit = 0
    };

    private static string? ReaderOf(HttpContext context) => ReaderCookie.Known(context)?.Key;

    private static bool IsPost(HttpContext context) => HttpMethods.IsPost(context.Request.Method);
}
