namespace KnowledgeCommons.Tests;

/// <summary>Waits for something that happens by itself; the bound is generous, because it is only reached when a test fails.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task HoldsAsync(Func<Task<bool>> condition, TimeSpan? within = null)
    {
        using var patience = new CancellationTokenSource(within ?? Patience);
        while (!await condition())
        {
            if (patience.IsCancellationRequested) Assert.Fail($"It did not come to hold within {(within ?? Patience).TotalSeconds:0} seconds.");
            await Task.Delay(20, CancellationToken.None);
        }
    }
}
