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

    /// <summary>What an article is called now; its address when it is gone.</summary>
    public string TitleOf(string slug) =>
        Slug.TryParse(slug, provider: null, out var known) && published.Current.Find(known) is { } article ? article.Title : slug;

    private string Of(CaseEventRow entry, string reader) => texts.With($"case.event.{entry.Kind}",
        ("who", entry.Who ?? reader),
        ("whom", entry.Whom ?? ""),
        ("article", entry.Article is { } slug ? TitleOf(slug) : ""),
        ("reason", entry.Reason is { } reason ? texts[$"case.reason.{reason}"] : ""),
        ("missed", entry.Missed is { } missed ? clock.InWords(missed) : ""),
        ("when", entry.PromiseBy is { } next ? clock.InWords(next) : ""));
}
