using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Where an article's present revision stands now. The model judges days that are a week old; what people say and do acts at once and stands in front of it.
/// Pure.
/// </summary>
internal static class StateNow
{
    /// <param name="harmed">When somebody last reported harm by this revision.</param>
    /// <param name="rewritten">When this revision was published, if it is a rewrite.</param>
    public static HealthState Of(
        RevisionNumbers numbers, FlagAnswer? answer, Judgement? judged, DateTimeOffset? harmed, DateTimeOffset? rewritten, DateTimeOffset now) => answer switch
        {
            _ when harmed > (answer?.At ?? DateTimeOffset.MinValue) => HealthState.Flagged,
            { Answer: FlagAnswer.Raised } => HealthState.Flagged,
            { Answer: FlagAnswer.BeingRewritten } => HealthState.BeingRewritten,
            { Answer: FlagAnswer.PageIsRight } when now < answer.QuietUntil => HealthState.PageIsRight,
            _ when rewritten is { } at && EpochDay.Of(DateOnly.FromDateTime(at.UtcDateTime)) > (judged?.Day ?? -1) => HealthState.Verifying,
            _ => ByEvidence(numbers, judged)
        };

    private static HealthState ByEvidence(RevisionNumbers numbers, Judgement? judged)
    {
        // What an owner said about an earlier revision is no state of this one.
        var state = judged?.Stands ?? HealthState.NotEnoughEvidence;
        if (state is HealthState.PageIsRight or HealthState.BeingRewritten or HealthState.Withdrawn) state = HealthState.NotEnoughEvidence;
        if (state is HealthState.Flagged or HealthState.NeedsServiceFix) return state;
        // Plain rules speak only while the model cannot tell: on a page that is read a lot chance alone breaks them.
        if (state != HealthState.NotEnoughEvidence) return state;
        if (FlagRule.Alarms(numbers)) return HealthState.Flagged;
        if (FlagRule.Calls(numbers)) return HealthState.WorthALook;
        return numbers.Attempts >= FlagRule.FewestAttempts ? HealthState.Healthy : state;
    }
}
