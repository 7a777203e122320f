using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>The lines that go along with a call for a person: each that was shown and left in, and nothing of those that were taken away.</summary>
internal static class StoryLines
{
    private const int LongestProblem = 120;

    public static IReadOnlyList<CaseLineRow> Of(HelpForm form, HelpContext context, Article? article)
    {
        var lines = Searches(form, context);
        if (article is not null)
            lines = lines.Append(new CaseLineRow { Kind = CaseLineRow.Article, Words = article.Title, Reference = article.Slug.Value });
        lines = lines.Concat(Answers(form, context)).Concat(form.Tried.Select(tried => new CaseLineRow { Kind = CaseLineRow.Tried, Words = StepWords(tried, context) }));
        if (form.Failed.Length > 0) lines = lines.Append(new CaseLineRow { Kind = CaseLineRow.Failed, Words = StepWords(form.Failed, context) });
        if (form.Platform.Length > 0 && form.Platform == context.Platform) lines = lines.Append(new CaseLineRow { Kind = CaseLineRow.Platform, Words = form.Platform });
        lines = lines.Concat(context.Cases.Where(past => form.Earlier.Contains(past.Id)).Select(Earlier));
        return Numbered(lines);
    }

    public static IReadOnlyList<CaseLineRow> Numbered(IEnumerable<CaseLineRow> lines) => [.. lines.Select((line, index) => line with { Position = index })];

    public static CaseLineRow Earlier(CaseRow past) => new()
    {
        Kind = CaseLineRow.Earlier,
        Words = past.Problem.Length > LongestProblem ? past.Problem[..LongestProblem] + "…" : past.Problem,
        Reference = past.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        At = past.OpenedAt
    };

    private static IEnumerable<CaseLineRow> Searches(HelpForm form, HelpContext context) =>
        from search in context.Searches
        where form.Search.Contains(search.Id)
        orderby search.At
        select new CaseLineRow { Kind = CaseLineRow.Search, Words = search.Query, Reference = search.Id, At = search.At };

    private static IEnumerable<CaseLineRow> Answers(HelpForm form, HelpContext context) =>
        from answer in context.Answers
        where form.Outcome.Contains(answer.Id)
        orderby answer.At
        select new CaseLineRow { Kind = CaseLineRow.Outcome, Words = answer.Words, Reference = answer.Slug, At = answer.At };

    private static string StepWords(string tried, HelpContext context) =>
        context.Steps.FirstOrDefault(step => step.Anchor == tried)?.Heading ?? tried;
}
