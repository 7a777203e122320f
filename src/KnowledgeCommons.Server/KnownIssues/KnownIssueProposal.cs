namespace KnowledgeCommons.Server.KnownIssues;

/// <summary>
/// Words that more people than usual were in trouble with (<see cref="People"/>, where <see cref="Usual"/> are to be expected), as whoever was on
/// duty was told. <see cref="Told"/> is their name.
/// </summary>
public sealed record KnownIssueProposal
{
    public string Id { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string Words { get; init; } = "";
    public long People { get; init; }
    public double Usual { get; init; }
    public string Told { get; init; } = "";

    /// <summary>The form of a known issue, filled in with it.</summary>
    public string FormUrl => FormUrlOf(Words);

    public static string FormUrlOf(string words) => $"/desk/known-issues/new?title={Uri.EscapeDataString(words)}&words={Uri.EscapeDataString(words)}";

    /// <summary>Whether it speaks of the same: a word of it. Who joins a surge brings words of their own.</summary>
    public bool IsAbout(IEnumerable<string> words) => Words.Split(' ').Intersect(words.SelectMany(word => word.Split(' ')), StringComparer.OrdinalIgnoreCase).Any();
}
