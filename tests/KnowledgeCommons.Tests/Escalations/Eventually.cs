using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeCommons.Tests.Escalations;

/// <summary>Waits for work that goes on beside the request; the site's clock moves on meanwhile.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Task TrueAsync(Func<bool> happened, FakeTimeProvider time, TimeSpan step = default) =>
        TrueAsync(() => Task.FromResult(happened()), time, step);

    public static async Task TrueAsync(Func<Task<bool>> happened, FakeTimeProvider time, TimeSpan step = default)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await happened())
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, "It did not happen in time.");
            time.Advance(step);
            await Task.Delay(20);
        }
    }
}
