using System.Net.Mail;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// A call that was asked for, as a calendar entry to publish (RFC 5545; RFC 5546, 3.2.1, says what must be in it). Its id stays the same when the
/// time changes, so that a calendar moves the entry instead of adding one.
/// </summary>
internal sealed class CallEntry(Texts texts, SiteClock clock, PublishedLibrary published, Addresses addresses, IOptions<SiteOptions> site)
{
    public const string ContentType = "text/calendar; charset=utf-8; method=PUBLISH";
    public const string FileName = "call.ics";

    /// <summary>For the reader's own calendar; null when no time was said.</summary>
    public string? ForReader(Story story) => Of(story,
        texts.With("call.reader.title", ("owner", story.Case.OwnerName), ("number", story.Case.Label)),
        texts.With("call.reader.text", ("owner", story.Case.OwnerName), ("problem", story.Case.Problem)));

    /// <summary>For whoever calls; null when no time was said.</summary>
    public string? ForOwner(Story story) => Of(story,
        texts.With("call.owner.title", ("name", story.Case.Name ?? texts["case.reader"]), ("number", story.Case.Label)),
        texts.With("call.owner.text", ("phone", addresses.Open(story.Case.Contact) ?? ""), ("problem", story.Case.Problem)));

    /// <summary>For a mail.</summary>
    public static Attachment ToAttach(string entry) => Attachment.CreateAttachmentFromString(entry, new System.Net.Mime.ContentType(ContentType) { Name = FileName });

    private string? Of(Story story, string title, string text)
    {
        if (story.Case is not { CallFrom: { } from, CallUntil: { } until } about) return null;
        return new CalendarText()
            .Add("BEGIN", "VCALENDAR")
            .Add("VERSION", "2.0")
            .Add("PRODID", "-//Knowledge Commons//Calls//EN")
            .Add("CALSCALE", "GREGORIAN")
            .Add("METHOD", "PUBLISH")
            .Add("BEGIN", "VEVENT")
            .Add("UID", $"{about.Id}-call@{Host}")
            .Add("SEQUENCE", $"{story.Events.Count(entry => entry.CallFrom is not null)}")
            .Add("DTSTAMP", clock.Now)
            .Add("DTSTART", from)
            .Add("DTEND", until)
            .Add($"ORGANIZER;CN={CalendarText.Quoted(about.OwnerName)}", $"mailto:{Organizer(about)}")
            .AddWords("SUMMARY", title)
            .AddWords("LOCATION", addresses.Open(about.Contact) ?? "")
            .AddWords("DESCRIPTION", text)
            .Add("STATUS", "CONFIRMED")
            .Add("END", "VEVENT")
            .Add("END", "VCALENDAR")
            .ToString();
    }

    private string Organizer(CaseRow about) => published.People.Find(about.Owner)?.Email is { } email && ContactAddress.IsEmail(email) ? email : $"nobody@{Host}";

    private string Host => Uri.TryCreate(site.Value.BaseUrl, UriKind.Absolute, out var home) ? home.IdnHost : "knowledge-commons.invalid";
}
