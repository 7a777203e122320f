using System.Text;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Words the mails about a case. Their only secrets are the receipt's link and the one for "the same problem again", and only in the reader's own.</summary>
internal sealed class CaseLetters(
    Texts texts, EventWords words, CaseTokens tokens, CallEntry calls, DutyDesk duty, Addresses addresses, SiteClock clock, IOptions<SiteOptions> site)
{
    private const int SubjectWords = 70;

    public Letter Of(Message message) => message.Audience is Addressee.Reader ? ForReader(message) : ForOwner(message);

    private Letter ForReader(Message message)
    {
        var (about, told) = (message.Story.Case, message.Event);
        var text = new StringBuilder();
        Add(text, texts.With("mail.hello", ("name", about.Name ?? texts["mail.there"])));
        var isNew = told.Kind == CaseEventRow.Opened;
        Add(text, isNew ? texts.With("mail.reader.opened", ("owner", about.OwnerName)) : words.ForReader(told));
        Add(text, isNew ? texts.With("mail.reader.wrote", ("problem", about.Problem)) : told.Words);
        if (told.Article is { } article) Add(text, texts.With("mail.article", ("url", Link($"/articles/{article}") ?? article)));
        if (told.Kind is not (CaseEventRow.Promised or CaseEventRow.Apologised)) Add(text, Promise(told.PromiseBy, about));
        if (isNew) Add(text, SameAgain(message.Story));
        if (tokens.Of(about) is { } token && Link(token.Url) is { } link) Add(text, texts.With("mail.reader.link", ("link", link)));
        return new Letter(Subject("mail.reader.subject", about), text.ToString());
    }

    private Letter ForOwner(Message message)
    {
        var (about, told) = (message.Story.Case, message.Event);
        var text = new StringBuilder();
        if (message.Audience is Addressee.Deputy) Add(text, texts.With("mail.deputy", ("owner", about.OwnerName)));
        if (message.Audience is Addressee.Lead) Add(text, texts.With("mail.lead", ("owner", about.OwnerName)));
        Add(text, words.ForDesk(told, about));
        Add(text, told.Kind == CaseEventRow.Opened ? about.Problem : told.Words);
        Add(text, Needs(about));
        foreach (var line in message.Story.Lines) text.Append("- ").AppendLine(words.ForLine(line));
        if (message.Story.Lines.Count > 0) text.AppendLine();
        Add(text, Promise(about.PromiseBy, about));
        if (Link(about.DeskUrl) is { } link) Add(text, texts.With("mail.owner.link", ("link", link)));
        return new Letter(Subject("mail.owner.subject", about), text.ToString()) { Call = told.CallFrom is null ? null : calls.ForOwner(message.Story) };
    }

    // Only whoever reads this mailbox is told that there is an earlier case: anybody can type an address.
    private string? SameAgain(Story story) => story is { SameAs: { } earlier, Case: { KnownBy: not RepeatRule.ByMail } about } && Link(tokens.SameAgain(about.Id).Url) is { } link
        ? texts.With("mail.reader.same", ("when", clock.Day(earlier.OpenedAt)), ("owner", earlier.OwnerName), ("name", duty.ResponderAgain(earlier, clock.Now).Name), ("link", link))
        : null;

    private string Needs(CaseRow about)
    {
        string?[] needs =
        [
            texts[$"case.impact.{about.Impact}"], texts[$"case.people.{about.People}"], texts[$"case.reach.{about.Reach}"], addresses.Open(about.Contact),
            about.Deadline is { } deadline ? texts.With("case.deadline", ("when", clock.InWords(deadline))) : null
        ];
        return string.Join(' ', needs.Where(need => need is not null));
    }

    private string? Promise(DateTimeOffset? next, CaseRow about) =>
        next is { } when ? texts.With("mail.promise", ("owner", about.OwnerName), ("when", clock.InWords(when))) : null;

    private string Subject(string key, CaseRow about)
    {
        var line = string.Concat(about.Problem.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return texts.With(key, ("number", about.Label), ("problem", line.Length > SubjectWords ? line[..SubjectWords].TrimEnd() + "…" : line));
    }

    private string? Link(string path) => site.Value.BaseUrl is { } home ? home.TrimEnd('/') + path : null;

    private static void Add(StringBuilder text, string? paragraph)
    {
        if (!string.IsNullOrEmpty(paragraph)) text.AppendLine(paragraph).AppendLine();
    }
}
