using KnowledgeCommons.Server.Rewrites;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Which rewrite cases a list shows; the name stands in the address.</summary>
internal sealed record RewriteFilter(string Name, IReadOnlyList<string> States)
{
    public static IReadOnlyList<RewriteFilter> All { get; } =
    [
        new("unsettled", RewriteState.Unsettled), new("waiting", RewriteState.Waiting), new("verifying", [RewriteState.Verifying]),
        new("settled", [RewriteState.Proven, RewriteState.Declined, RewriteState.Unverified, RewriteState.Faded, RewriteState.Closed])
    ];

    /// <summary>Everything that is not settled for an unknown name.</summary>
    public static RewriteFilter Find(string? name) => All.FirstOrDefault(filter => filter.Name == name) ?? All[0];
}
