using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Says honestly who is not at work, and until when. Times are the site's; where the person's clock shows another, theirs is named too.</summary>
internal sealed class DutyWords(DutyDesk duty, SiteClock clock, Texts texts)
{
    /// <summary>"The desk opens tomorrow at 08:00; Ana will have this first." Null while somebody works.</summary>
    public string? Opens(Responder responder) => responder.Begins is { } begins
        ? texts.With("duty.opens", ("when", When(begins, duty.BackOf(responder.Key, clock.Now)?.Zone, responder.Name)), ("name", responder.Name))
        : null;

    /// <summary>"Ana is not at work right now and starts again tomorrow at 08:00." Null while they work, and when their hours are not known.</summary>
    public string? Off(string? key, string name) => duty.BackOf(key, clock.Now) is { } back
        ? texts.With("duty.off", ("name", name), ("when", When(back.At, back.Zone, name)))
        : null;

    /// <summary>
    /// Why a case goes to somebody else from somebody who could only write by <paramref name="ownWordBy"/>; a day and no "tomorrow", because it is kept.
    /// </summary>
    public string WhyPassedOn(Person from, DateTimeOffset ownWordBy, DateTimeOffset now)
    {
        if (duty.HasLeft(from, now)) return texts.With("duty.left", ("name", from.Name));
        if (!duty.IsAway(from, now)) return texts.With("duty.later", ("name", from.Name), ("day", clock.Day(ownWordBy)));
        var back = duty.BackOf(from.Key, now);
        var until = back is { } known ? clock.Day(known.At) : texts["duty.unknown"];
        return duty.HolidayOf(from, now) is { } holiday
            ? texts.With("duty.holiday", ("name", from.Name), ("holiday", holiday), ("until", until))
            : texts.With("duty.away", ("name", from.Name), ("until", until));
    }

    private string When(DateTimeOffset instant, TimeZoneInfo? zone, string name)
    {
        var when = clock.InWords(instant);
        return zone is null || zone.GetUtcOffset(instant) == clock.Zone.GetUtcOffset(instant)
            ? when
            : texts.With("duty.zone", ("when", when), ("name", name), ("clock", SiteClock.ClockIn(zone, instant)), ("zone", zone.Id));
    }
}
