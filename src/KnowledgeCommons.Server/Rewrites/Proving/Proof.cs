namespace KnowledgeCommons.Server.Rewrites;

/// <summary>
/// What readers have shown so far about a rewrite, against what is expected of its topic. <paramref name="Percent"/>, 0 to 100, is how likely it is that it
/// helped (helped, in-order, cannot-tell) or did not (no-better, worse); <paramref name="Sentence"/> says it in words.
/// </summary>
public sealed record Proof(string Verdict, long Percent, string Sentence)
{
    public const string Helped = "helped";

    /// <summary>The page is in order now. What it was before is not known well enough to say that the rewrite helped.</summary>
    public const string InOrder = "in-order";
    public const string NoBetter = "no-better";
    public const string Worse = "worse";
    public const string CannotTell = "cannot-tell";
}
