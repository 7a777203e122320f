using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.KnownIssues;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Words the mails about a known issue to those it affects. There is nothing private in them.</summary>
internal sealed class NewsLetters(Texts texts, SiteClock clock, IOptions<SiteOptions> site)
{
    private const int SubjectWords = 100;

    public Letter Of(KnownIssueChange change)
    {
        string?[] paragraphs =
        [
            texts[$"mail.known.{change.Kind}"],
            change.Title,
            change.Words.Trim(),
            change.IsOpen == 1 && change.NextUpdate is { } next ? texts.With("mail.known.next", ("when", clock.InWords(next))) : null,
            site.Value.BaseUrl is { } home ? texts.With("mail.known.link", ("link", home.TrimEnd('/') + KnownIssue.UrlOf(change.Issue))) : null
        ];
        return new Letter(Subject(change), string.Join("\n\n", paragraphs.Where(paragraph => !string.IsNullOrEmpty(paragraph))) + "\n");
    }

    private string Subject(KnownIssueChange change)
    {
        var line = string.Concat(change.Title.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        var title = line.Length > SubjectWords ? line[..SubjectWords].TrimEnd() + "…" : line;
        return texts.With(change.IsOpen == 1 ? "mail.known.subject.open" : "mail.known.subject.ended", ("title", title));
    }
}
