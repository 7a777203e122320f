namespace KnowledgeCommons.Server.Health.Model;

/// <summary>From probabilities to the one word a verdict is told with.</summary>
internal static class Verdicts
{
    private const double Sure = 0.90;

    /// <summary>"Cannot tell yet" whenever neither side is 90 % sure, or the old page was not surely bad.</summary>
    public static VerdictWord WordFor(RewriteVerdict verdict) => verdict switch
    {
        { MayClaimEffect: false } => VerdictWord.CannotTellYet,
        { Helped: >= Sure } => VerdictWord.Helped,
        { Worse: >= Sure } => VerdictWord.Worse,
        { Helped: <= 1 - Sure } => VerdictWord.NoBetter,
        _ => VerdictWord.CannotTellYet
    };
}
