using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Health.Simulation;

namespace KnowledgeCommons.Server.Demo;

/// <summary>What made-up people answer about an article, and why.</summary>
internal sealed class DemoAnswers(Outcomes outcomes, Dice dice)
{
    private const double Explains = 0.5;
    private const double Writes = 0.45;
    private static readonly string[] UsualReasons = ["permission", "broken", "unclear", "permission", "out-of-date", "broken"];
    private static readonly OutcomeAnswer[] NotYet = [OutcomeAnswer.NotFixed, OutcomeAnswer.NotFixed, OutcomeAnswer.Partly];

    public Task HelpedAsync(DemoAttempt attempt, CancellationToken cancel) => AddAsync(attempt, OutcomeAnswer.Fixed, OutcomeDetails.None, cancel);

    public Task NotHelpedAsync(DemoAttempt attempt, CancellationToken cancel) => AddAsync(attempt, NotYet[dice.Below(NotYet.Length)], Why(attempt.Article), cancel);

    // On a page that is in order most people who explain themselves need a person.
    private OutcomeDetails Why(DemoArticle article)
    {
        if (!dice.Chance(Explains)) return OutcomeDetails.None;
        var isTold = article.Story.Reason is not null && (article.Truth.Fault > 1.25 || article.Story.Plot == "hard") && dice.Chance(0.8);
        if (!isTold) return OutcomeDetails.Parse(UsualReasons[dice.Below(UsualReasons.Length)], step: null, text: null, out _);
        var words = article.Story.Said.Count > 0 && dice.Chance(Writes) ? article.Story.Said[dice.Below(article.Story.Said.Count)] : null;
        return OutcomeDetails.Parse(article.Story.Reason, article.Story.Step?.ToString(System.Globalization.CultureInfo.InvariantCulture), words, out _);
    }

    private async Task AddAsync(DemoAttempt attempt, OutcomeAnswer answer, OutcomeDetails details, CancellationToken cancel) =>
        await outcomes.AddAsync(new Click(attempt.Reader, attempt.Article.Article, attempt.Revision, attempt.Search, answer, details), cancel);
}
