using System.Runtime.CompilerServices;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.OnDuty;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Who has a problem, and when they work, by the people that are published now.</summary>
internal sealed class DutyDesk(PublishedLibrary published, FirstWords firstWords, IOptions<PromiseOptions> options, SiteClock clock, Texts texts)
{
    private readonly ConditionalWeakTable<People, Rota> _rotas = [];
    private readonly WeeklyHours _siteHours = WeeklyHours.OnWorkdays(options.Value.From, options.Value.To);

    public Person? Find(string? key) => Rota.People.Find(key);

    /// <summary>Null when nobody is listed for the topic.</summary>
    public Turn? TurnFor(string topic, DateTimeOffset at) => Rota.For(topic, at, firstWords.For(topic, at));

    /// <summary>Who takes a problem of that topic now or else next; the service desk where nobody is listed.</summary>
    public Responder ResponderFor(string topic, DateTimeOffset now) => TurnFor(topic, now) is { } turn
        ? new Responder(turn.Who.Key, turn.Who.Name, turn.Who.Phone, turn.Deputy?.Key, turn.Deputy?.Name, turn.From > now ? turn.From : null, topic)
        : new Responder(Key: null, texts["help.servicedesk"], Phone: null, DeputyKey: null, DeputyName: null, Begins: null, topic);

    /// <summary>Who takes a problem once more: whoever had it, unless they are away or have left; who is on duty steps in for them.</summary>
    public Responder ResponderAgain(CaseRow past, DateTimeOffset now)
    {
        var next = ResponderFor(past.Topic, now);
        if (Find(past.Owner) is not { } owner || owner.Key == next.Key || IsAway(owner, now) || HasLeft(owner, now)) return next;
        return new Responder(owner.Key, owner.Name, owner.Phone, next.Key ?? next.DeputyKey, next.Key is null ? next.DeputyName : next.Name, BackOf(owner.Key, now)?.At, past.Topic);
    }

    /// <summary>
    /// The working times within which promises of a person are kept; of a team, those of its members. Whoever has no hours of their own keeps the
    /// site's working hours, as does who never works.
    /// </summary>
    public IReadOnlyList<WorkingTime> TimesOf(string? key, DateTimeOffset at)
    {
        var known = Find(key) is { } asked ? Rota.Named(asked).Select(person => Rota.TimeOf(person, _siteHours)).Where(time => time.NextStart(at) is not null).ToList() : [];
        return known.Count > 0 ? known : [new WorkingTime(_siteHours, clock.Zone, DaysOff.None)];
    }

    /// <summary>Whether a word of theirs may be promised for then. Who has no hours is bound to none.</summary>
    public bool Admits(string? key, DateTimeOffset by) =>
        Find(key) is not { } person || !Rota.HasHours(person) || TimesOf(key, clock.Now).Any(time => time.Admits(by));

    /// <summary>When somebody who does not work now begins again; null while they work, and for all whose hours are not known.</summary>
    public (DateTimeOffset At, TimeZoneInfo Zone)? BackOf(string? key, DateTimeOffset now)
    {
        if (Find(key) is not { IsTeam: false } person) return null;
        var time = Rota.TimeOf(person, WeeklyHours.Always);
        return time.NextStart(now) is { } start && start > now ? (start, time.Zone) : null;
    }

    /// <summary>Whether a day off, and not an ordinary evening, keeps the person from working; or they work here no more.</summary>
    public bool IsAway(Person person, DateTimeOffset now) => !person.IsTeam && Rota.TimeOf(person, WeeklyHours.Always).IsAway(now);

    public bool HasLeft(Person person, DateTimeOffset now) => Rota.HasLeft(person, now);

    public Person? LeadOf(string? key) => Find(key) is { } person ? Rota.People.LeadOf(person) : null;

    /// <summary>The name of the holiday that a person has when they would work next; null when they are away for a reason of their own.</summary>
    public string? HolidayOf(Person person, DateTimeOffset now) => Rota.TimeOf(person, WeeklyHours.Always).WhyAway(now)?.Name;

    private Rota Rota => _rotas.GetValue(published.People, people => new Rota(people, clock.Zone));
}
