using KnowledgeCommons.Server.KnownIssues;

namespace KnowledgeCommons.Server.Desk;

/// <summary>
/// Words that more people than usual are in trouble with: <paramref name="People"/> different ones within the last hour, where <paramref name="Usual"/> are
/// to be expected in this hour of the week. Every word was used by at least five of them.
/// </summary>
public sealed record Surge(IReadOnlyList<string> Words, int People, double Usual)
{
    public string Title => string.Join(' ', Words);

    /// <summary>The form of a known issue, filled in with it.</summary>
    public string FormUrl => KnownIssueProposal.FormUrlOf(Title);

    /// <summary>What whoever is on duty was told of it; null as long as they were not.</summary>
    public KnownIssueProposal? Proposal { get; init; }
}

/// <summary>What somebody was in trouble with: the words of a search that led nowhere, or of a call for a person.</summary>
internal sealed record Trouble
{
    public string Reader { get; init; } = "";
    public string Words { get; init; } = "";
    public DateTimeOffset At { get; init; }
}
