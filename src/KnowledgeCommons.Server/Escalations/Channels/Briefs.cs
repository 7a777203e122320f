using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Words what followers of a case hear. Never the receipt's link: that is the reader's alone.</summary>
internal sealed class Briefs(Texts texts, EventWords words, Addresses addresses, SiteClock clock, IOptions<SiteOptions> site)
{
    public const string MarkStart = "kc:";
    private const int MarkLength = 16;
    private const int SubjectWords = 100;

    /// <summary>
    /// The whole case. It says the same at every attempt, whatever happened meanwhile: systems refuse a known key with another text.
    /// When it is not the opening that is told, what is told comes after it.
    /// </summary>
    public Brief Opening(Message message)
    {
        var about = message.Story.Case;
        var text = new StringBuilder();
        Add(text, about.Problem);
        Add(text, Needs(about));
        foreach (var line in message.Story.Lines) text.Append("- ").Append(texts.With($"case.line.{line.Kind}", ("words", line.Words))).Append('\n');
        if (message.Story.Lines.Count > 0) text.Append('\n');
        if (message.Event.PromiseBy is { } next) Add(text, texts.With("ticket.promise", ("owner", message.Event.Whom ?? about.OwnerName), ("when", Moment(next))));
        if (message.Event.Kind != CaseEventRow.Opened) AddTold(text, message);
        return Finished(text, message);
    }

    /// <summary>One event of a case that is known there.</summary>
    public Brief Change(Message message)
    {
        var text = new StringBuilder();
        AddTold(text, message);
        return Finished(text, message);
    }

    private void AddTold(StringBuilder text, Message message)
    {
        Add(text, words.ForDesk(message.Event, message.Story.Case));
        // The timeline holds the end of a number only.
        Add(text, message.Event.Kind == CaseEventRow.CallMe ? addresses.Open(message.Story.Case.Contact) : message.Event.Words);
        if (message.Event.Article is { } article) Add(text, Link($"/articles/{article}") ?? article);
    }

    private Brief Finished(StringBuilder text, Message message)
    {
        var about = message.Story.Case;
        var mark = MarkStart + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.Key)))[..MarkLength];
        var link = message.Story.Case.Id == DailyCheck.CaseId ? null : Link(about.DeskUrl);
        if (link is not null) Add(text, texts.With("mail.owner.link", ("link", link)));
        text.Append(texts.With("ticket.mark", ("number", about.Label), ("mark", mark)));
        return new Brief(Subject(about), text.ToString(), mark, link);
    }

    private string Needs(CaseRow about)
    {
        string?[] needs =
        [
            texts[$"case.impact.{about.Impact}"], texts[$"case.people.{about.People}"],
            about.Name is { } name ? texts.With("ticket.from", ("name", name)) : null, texts[$"case.reach.{about.Reach}"], addresses.Open(about.Contact),
            about.Deadline is { } deadline ? texts.With("case.deadline", ("when", Moment(deadline))) : null
        ];
        return string.Join(' ', needs.Where(need => need is not null));
    }

    private string Subject(CaseRow about)
    {
        var line = string.Concat(about.Problem.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return texts.With("mail.owner.subject", ("number", about.Label), ("problem", line.Length > SubjectWords ? line[..SubjectWords].TrimEnd() + "…" : line));
    }

    // "Today" would be another word tomorrow.
    private string Moment(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, clock.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private string? Link(string path) => site.Value.BaseUrl is { } home ? home.TrimEnd('/') + path : null;

    private static void Add(StringBuilder text, string? paragraph)
    {
        if (!string.IsNullOrEmpty(paragraph)) text.Append(paragraph).Append("\n\n");
    }
}
