using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>
/// Whether readers have decided about a rewrite: by the model, which compares with what is expected and never with the bad weeks before. As long as the model
/// has too little to say anything about the article, a plain rule speaks: 20 attempts of which surely fewer than 15 % ended with a contact. Pure.
/// </summary>
internal static class ProofRule
{
    private const double Works = 0.90;
    private const double Fails = 0.15;
    private const long FewestAttempts = 20;

    /// <summary>One of the verdicts of <see cref="Proof"/>, and how sure that is in percent.</summary>
    /// <param name="report">Of the article's present version.</param>
    /// <param name="answeredAt">When the rewrite was published.</param>
    public static (string Verdict, long Percent) Of(ArticleReport report, DateTimeOffset? answeredAt)
    {
        if (report.Judgement is { Stands: not HealthState.NotEnoughEvidence } judgement)
            return KnowsOf(judgement, answeredAt) && judgement.Numbers.Verdict is { } verdict ? ByModel(verdict) : (Proof.CannotTell, 50);
        return Plain(report.Numbers);
    }

    private static bool KnowsOf(Judgement judgement, DateTimeOffset? answeredAt) =>
        answeredAt is not { } at || judgement.Day >= EpochDay.Of(DateOnly.FromDateTime(at.UtcDateTime));

    private static (string, long) ByModel(RewriteVerdict verdict) => verdict.Word switch
    {
        VerdictWord.Helped => (Proof.Helped, Percent(verdict.Helped)),
        VerdictWord.Worse => (Proof.Worse, Percent(verdict.Worse)),
        _ when verdict.Works >= Works => (Proof.InOrder, Percent(verdict.Works)),
        VerdictWord.NoBetter => (Proof.NoBetter, Percent(1 - verdict.Helped)),
        _ when verdict.Works <= Fails => (Proof.NoBetter, Percent(1 - verdict.Works)),
        _ => (Proof.CannotTell, Percent(verdict.Works))
    };

    private static (string, long) Plain(RevisionNumbers numbers)
    {
        var (low, high) = (Wilson.LowerBound(numbers.Contacted, numbers.Attempts), Wilson.UpperBound(numbers.Contacted, numbers.Attempts));
        return FlagRule.Calls(numbers) ? (Proof.NoBetter, 95)
            : numbers.Attempts >= FewestAttempts && high < Fails ? (Proof.InOrder, 95)
            : (Proof.CannotTell, Percent(1 - ((low + high) / 2)));
    }

    private static long Percent(double probability) => Math.Clamp((long)Math.Round(100 * probability), 1, 99);
}
