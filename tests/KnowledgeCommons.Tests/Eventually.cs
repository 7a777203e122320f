using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeCommons.Tests;

/// <summary>Waits for something that happens by itself; the bound is generous, because it is only reached when a test fails.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    public static async Task HoldsAsync(Func<Task<bool>> condition, TimeSpan? within = null)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < (within ?? Patience), $"It did not come to hold within {(within ?? Patience).TotalSeconds:0} seconds.");
            await Task.Delay(BetweenLooks);
        }
    }

    public static Task TrueAsync(Func<bool> happened, FakeTimeProvider time, TimeSpan step = default) =>
        TrueAsync(() => Task.FromResult(happened()), time, step);

    /// <summary>The same, while the site's clock moves on by a step for each look.</summary>
    public static Task TrueAsync(Func<Task<bool>> happened, FakeTimeProvider time, TimeSpan step = default) => HoldsAsync(async () =>
    {
        if (await happened()) return true;
        time.Advance(step);
        return false;
    });
}
