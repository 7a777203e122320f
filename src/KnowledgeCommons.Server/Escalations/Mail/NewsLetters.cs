using System.Globalization;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.KnownIssues;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Words the mails about a known issue to those it affects, whose only secret is the link that ends them, and proposals of one to whoever is on duty.
/// </summary>
internal sealed class NewsLetters(Texts texts, NewsTokens tokens, SiteClock clock, IOptions<SiteOptions> site)
{
    private const int SubjectWords = 100;

    public Letter Of(KnownIssueChange change, string address)
    {
        var leave = Link(tokens.Of(change.Issue, address).Url);
        string?[] paragraphs =
        [
            texts[$"mail.known.{change.Kind}"],
            change.Title,
            change.Words.Trim(),
            change.IsOpen == 1 && change.NextUpdate is { } next ? texts.With("mail.known.next", ("when", clock.InWords(next))) : null,
            Link(KnownIssue.UrlOf(change.Issue)) is { } link ? texts.With("mail.known.link", ("link", link)) : null,
            leave is null ? null : texts.With("mail.known.leave", ("link", leave))
        ];
        return new Letter(Subject(change), Text(paragraphs)) { LeaveUrl = leave };
    }

    public Letter Of(KnownIssueProposal proposal)
    {
        var usual = proposal.Usual < 1 ? texts["deskknown.surge.hardly"] : proposal.Usual.ToString("0.#", CultureInfo.InvariantCulture);
        return new Letter(
            texts.With("mail.proposal.subject", ("people", proposal.People), ("words", proposal.Words)),
            Text(
                texts.With("mail.proposal.hello", ("name", proposal.Told)),
                texts.With("deskknown.surge.evidence", ("people", proposal.People), ("words", proposal.Words), ("usual", usual)),
                Link(proposal.FormUrl) is { } link ? texts.With("mail.proposal.ask", ("link", link)) : texts["mail.proposal.asknolink"],
                texts["mail.proposal.once"]));
    }

    private string? Link(string path) => site.Value.BaseUrl is { } home ? home.TrimEnd('/') + path : null;

    private static string Text(params IEnumerable<string?> paragraphs) => string.Join("\n\n", paragraphs.Where(paragraph => !string.IsNullOrEmpty(paragraph))) + "\n";

    private string Subject(KnownIssueChange change)
    {
        var line = string.Concat(change.Title.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        var title = line.Length > SubjectWords ? line[..SubjectWords].TrimEnd() + "…" : line;
        return texts.With(change.IsOpen == 1 ? "mail.known.subject.open" : "mail.known.subject.ended", ("title", title));
    }
}
