namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Where an article's present revision stands now. The model judges days that are a week old; what people say and do acts at once and stands in front of it.
/// Pure.
/// </summary>
internal static class StateNow
{
    /// <param name="harmed">When somebody last reported harm by this revision.</param>
    /// <param name="rewritten">When this revision was published, if it is a rewrite.</param>
    public static ArticleState Of(
        RevisionNumbers numbers, FlagAnswer? answer, Judgement? judged, DateTimeOffset? harmed, DateTimeOffset? rewritten, DateTimeOffset now) => answer switch
        {
            _ when harmed > (answer?.At ?? DateTimeOffset.MinValue) => ArticleState.Flagged,
            { Answer: FlagAnswer.Raised } => ArticleState.Flagged,
            { Answer: FlagAnswer.BeingRewritten } => ArticleState.BeingRewritten,
            { Answer: FlagAnswer.PageIsRight } when now < answer.QuietUntil => ArticleState.PageIsRight,
            _ when rewritten is { } at && EpochDay.Of(DateOnly.FromDateTime(at.UtcDateTime)) > (judged?.Day ?? -1) => ArticleState.Verifying,
            _ => ByEvidence(numbers, judged)
        };

    private static ArticleState ByEvidence(RevisionNumbers numbers, Judgement? judged)
    {
        // What an owner said about an earlier revision is no state of this one.
        var state = judged is null ? ArticleState.NotEnoughEvidence : (ArticleState)judged.State;
        if (state is ArticleState.PageIsRight or ArticleState.BeingRewritten or ArticleState.Withdrawn) state = ArticleState.NotEnoughEvidence;
        if (state is ArticleState.Flagged or ArticleState.NeedsServiceFix) return state;
        // Plain rules speak only while the model cannot tell: on a page that is read a lot chance alone breaks them.
        if (state != ArticleState.NotEnoughEvidence) return state;
        if (FlagRule.Alarms(numbers)) return ArticleState.Flagged;
        if (FlagRule.Calls(numbers)) return ArticleState.WorthALook;
        return numbers.Attempts >= FlagRule.FewestAttempts ? ArticleState.Healthy : state;
    }
}
