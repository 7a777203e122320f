using System.Threading.RateLimiting;
using KnowledgeCommons.Server.Hosting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Abuse;

internal static class AbuseSetup
{
    public static void AddAbuse(this WebApplicationBuilder builder)
    {
        builder.BindOptions<AbuseOptions>("Abuse");
        builder.Services.AddSingleton<FormStamp>();
        builder.Services.AddSingleton<Suspicion>();
        builder.Services.AddSingleton<HeldPosts>();
        builder.Services.AddSingleton<HeldReleases>();
        builder.Services.AddSingleton<TooManyPages>();
        builder.Services.AddSingleton<HeldWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<HeldWatch>());
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<AbuseOptions>, ClientAddress, TooManyPages>((limits, abuse, clients, pages) =>
        {
            limits.GlobalLimiter = FloodLimits.Of(abuse.Value, clients);
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = (rejected, _) => pages.TellAsync(rejected.HttpContext, rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null);
        });
    }

    /// <summary>In front of everything that costs work, behind what knows who is at the other end.</summary>
    public static void UseAbuse(this WebApplication app) => app.UseRateLimiter();
}
