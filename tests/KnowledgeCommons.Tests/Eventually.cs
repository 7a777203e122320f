using System.Diagnostics;

namespace KnowledgeCommons.Tests;

/// <summary>Waits for something that happens by itself; the bound is generous, because it is only reached when a test fails.</summary>
internal static partial class Eventually
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
}
