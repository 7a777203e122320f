using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Rewrites;

namespace KnowledgeCommons.Server.Desk;

/// <summary>What owners find in the morning: at most five things to do, how many more there are, a list to pull from, and what waits for proof.</summary>
public sealed record OwnersToday(IReadOnlyList<ThingToDo> Things, int More, IReadOnlyList<ArticleReport> WorthALook, IReadOnlyList<RewriteCase> Verifying)
{
    /// <summary>When so few stand out, chance may have made them: then that is said.</summary>
    private const int FewStandOut = 3;

    /// <summary>Only what whoever looks answers for.</summary>
    public bool IsTheirs { get; init; }

    /// <summary>How many things wait that are for others.</summary>
    public int Colleagues { get; init; }

    public static OwnersToday Nothing { get; } = new([], 0, [], []);

    public bool FewOrNone => Things.Count + More + Colleagues is > 0 and < FewStandOut;
}
