using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>A checked call for a person. It holds only what the reader passes on.</summary>
internal sealed record HelpRequest(
    Reader Reader,
    Responder Responder,
    string Problem,
    Article? Article,
    string? Revision,
    string? Search,
    string Impact,
    string People,
    string Reach,
    string? Contact,
    string? Name,
    DateTimeOffset? Deadline,
    IReadOnlyList<CaseLineRow> Story,
    string? FormHash)
{
    private const int FormLength = 22;

    public IReadOnlyList<CaseFileRow> Files { get; init; } = [];
    public CallTime? Call { get; init; }


    /// <summary>For a form that <see cref="HelpCheck"/> found nothing wrong with.</summary>
    public static HelpRequest Of(HelpForm form, HelpContext context, Reader reader, SiteClock clock)
    {
        var article = form.Article.Length > 0 ? context.Article : null;
        return new HelpRequest(
            reader, context.Responder, form.Problem, article, article is null ? null : context.Revision, LeadingSearch(form),
            form.Impact, form.People, form.Reach, OrNull(form.Contact), OrNull(form.Name),
            HelpCheck.Instant(form.Deadline, clock.Zone), [.. Lines(form, context, article)],
            form.Form.Length == FormLength ? ReceiptToken.HashOf(form.Form) : null)
        {
            Call = form.Reach == HelpChoices.Phone ? CallTime.Of(form.Call, clock) : null
        };
    }

    // A form from our page says which search led here; a program that sends a single one means that.
    private static string? LeadingSearch(HelpForm form) =>
        form.Led.Length > 0 ? form.Search.FirstOrDefault(id => id == form.Led) : form.Search is [var only] ? only : null;

    private static IEnumerable<CaseLineRow> Lines(HelpForm form, HelpContext context, Article? article)
    {
        var lines = Searches(form, context);
        if (article is not null)
            lines = lines.Append(new CaseLineRow { Kind = CaseLineRow.Article, Words = article.Title, Reference = article.Slug.Value });
        lines = lines.Concat(Answers(form, context)).Concat(form.Tried.Select(tried => new CaseLineRow { Kind = CaseLineRow.Tried, Words = StepWords(tried, context) }));
        return lines.Select((line, index) => line with { Position = index });
    }

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

    private static string? OrNull(string typed) => typed.Length == 0 ? null : typed;
}
