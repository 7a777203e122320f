using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Linting;

/// <summary>An article that nobody has looked at for longer than it asked for may be wrong by now.</summary>
internal sealed class ReviewOverdue : LintRule
{
    public override IEnumerable<Finding> Check(Article article, Library library, DateOnly today)
    {
        if (article is not { ReviewedOn: { } reviewed, ReviewEvery: { } every }) yield break;
        var late = today.DayNumber - reviewed.DayNumber - (int)every.TotalDays;
        if (late > 0)
            yield return Note("review-overdue", article, $"The review is {late} days overdue.", "Try the steps again, correct what changed, and set 'reviewed_on' to that day.");
    }
}
