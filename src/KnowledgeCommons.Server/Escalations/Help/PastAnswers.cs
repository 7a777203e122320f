using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Puts into words what a reader said about articles lately: the step that failed need not be told again.</summary>
internal sealed class PastAnswers(Outcomes outcomes, EventWords words, Texts texts)
{
    private const int MostShown = 5;

    /// <summary>Newest first; one who was only reading said nothing about a problem.</summary>
    public async Task<IReadOnlyList<PastAnswer>> OfAsync(string reader, DateTimeOffset since, CancellationToken cancel)
    {
        var said = await outcomes.RecentOfAsync(reader, since, cancel);
        return [.. said.Where(row => row.Answer != OutcomeAnswer.OnlyReading.Key).Take(MostShown).Select(InWords)];
    }

    private PastAnswer InWords(OutcomeRow row)
    {
        string?[] parts =
        [
            texts[$"feedback.answer.{row.Answer}"],
            row.Reason is null ? null : texts[$"feedback.reason.{row.Reason}"],
            row.Step is { } step ? texts.With("help.step", ("n", step)) : null,
            row.Text
        ];
        var answer = string.Join(". ", parts.Where(part => part is not null));
        return new PastAnswer(row.Id, row.Slug, texts.With("help.said", ("title", words.TitleOf(row.Slug)), ("answer", answer)), row.At);
    }
}
