using Microsoft.Extensions.Time.Testing;

namespace KnowledgeCommons.Tests;

/// <summary>For what happens by the site's own clock, which a test moves.</summary>
internal static partial class Eventually
{
    public static Task TrueAsync(Func<bool> happened, FakeTimeProvider time, TimeSpan step = default) =>
        TrueAsync(() => Task.FromResult(happened()), time, step);

    /// <summary>Waits while the site's clock moves on by a step for each look.</summary>
    public static Task TrueAsync(Func<Task<bool>> happened, FakeTimeProvider time, TimeSpan step = default) => HoldsAsync(async () =>
    {
        if (await happened()) return true;
        time.Advance(step);
        return false;
    });
}
