namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// What a rewrite did, judged against what is expected of an ordinary page, never against the bad weeks before it, which were picked for being
/// bad (regression to the mean).
/// </summary>
/// <param name="Works">Probability that the new page's fault is below 1.5.</param>
/// <param name="Helped">Probability that its fault is at most 0.76 times the old one's.</param>
/// <param name="Worse">Probability that its fault is higher than the old one's.</param>
/// <param name="MayClaimEffect">The old page was surely bad (<see cref="RewriteTrail.SurelyBad"/>); otherwise only <paramref name="Works"/> means something.</param>
internal sealed record RewriteVerdict(double Works, double Helped, double Worse, bool MayClaimEffect)
{
    public VerdictWord Word => Verdicts.WordFor(this);
}
