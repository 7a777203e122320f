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

    /// <summary>The id of its case, when that was given before it opens.</summary>
    public string? Id { get; init; }

    /// <summary>The case that it repeats, known by what the browser holds.</summary>
    public CaseRow? Repeats { get; init; }

    /// <summary>The ids of all cases that the browser is known by, also of those that the reader does not pass on.</summary>
    public IReadOnlyList<string> Shown { get; init; } = [];

    /// <summary>For a form that <see cref="HelpCheck"/> found nothing wrong with.</summary>
    public static HelpRequest Of(HelpForm form, HelpContext context, Reader reader, SiteClock clock)
    {
        var article = form.Article.Length > 0 ? context.Article : null;
        return new HelpRequest(
            reader, context.Responder, form.Problem, article, article is null ? null : context.Revision, LeadingSearch(form),
            form.Impact, form.People, form.Reach, OrNull(form.Contact), OrNull(form.Name),
            HelpCheck.Instant(form.Deadline, clock.Zone), StoryLines.Of(form, context, article), HashOf(form.Form))
        {
            Call = CallTime.Of(form.Call, clock),
            Repeats = RepeatRule.Known(form, context, article, clock.Now),
            Shown = [.. context.Cases.Select(past => past.Id)]
        };
    }

    /// <summary>The same problem once more: everything that was said before, about the same revision, to <paramref name="responder"/>.</summary>
    public static HelpRequest Again(Story story, Asker asker, Responder responder, Library library, string? contact, string form)
    {
        var past = story.Case;
        var article = past.Article is { } slug ? HelpContexts.Find(library, slug) : null;
        return new HelpRequest(
            asker.Reader, responder, past.Problem, article, article is null ? null : past.Revision, Search: null, past.Impact, past.People, past.Reach, contact, past.Name,
            Deadline: null, StoryLines.Numbered(story.Lines.Append(StoryLines.Earlier(past))), HashOf(form))
        {
            Repeats = past
        };
    }

    // A form from our page says which search led here; a program that sends a single one means that.
    private static string? LeadingSearch(HelpForm form) =>
        form.Led.Length > 0 ? form.Search.FirstOrDefault(id => id == form.Led) : form.Search is [var only] ? only : null;

    private static string? HashOf(string form) => form.Length == FormLength ? ReceiptToken.HashOf(form) : null;

    private static string? OrNull(string typed) => typed.Length == 0 ? null : typed;
}
