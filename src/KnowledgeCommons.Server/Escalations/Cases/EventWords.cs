using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Each timeline entry as a human sentence.</summary>
internal sealed class EventWords(Texts texts, SiteClock clock, PublishedLibrary published)
{
    public string ForReader(CaseEventRow entry) => Of(entry, texts["case.you"]);

    public string ForDesk(CaseEventRow entry, CaseRow about) => Of(entry, about.Name ?? texts["case.reader"]);

    /// <summary>One line of the story that was passed on.</summary>
    public string ForLine(CaseLineRow line) => texts.With($"case.line.{line.Kind}",
        ("words", line.Kind == CaseLineRow.Platform ? texts[$"reading.platform.{line.Words}"] : line.Words),
        ("when", line.At is { } at ? clock.Day(at) : ""));

    /// <summary>What an article is called now; its address when it is gone.</summary>
    public string TitleOf(string slug) =>
        Slug.TryParse(slug, provider: null, out var known) && published.Seen.Find(known) is { } article ? article.Title : slug;

    /// <summary>"today between 14:00 and 15:00", or that no time was said.</summary>
    public string Call(DateTimeOffset? from, DateTimeOffset? until) =>
        from is { } start && until is { } end ? clock.Between(start, end) : texts["case.callsoon"];

    private string Of(CaseEventRow entry, string reader) => texts.With($"case.event.{entry.Kind}",
        ("who", entry.Who ?? reader),
        ("whom", entry.Whom ?? ""),
        ("article", entry.Article is { } slug ? TitleOf(slug) : ""),
        ("reason", entry.Reason is { } reason ? texts[$"case.reason.{reason}"] : ""),
        ("call", Call(entry.CallFrom, entry.CallUntil)),
        ("missed", entry.Missed is { } missed ? clock.InWords(missed) : ""),
        ("when", entry.PromiseBy is { } next ? clock.InWords(next) : ""));
}
