using KnowledgeCommons.Server.Feedback;

namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Adds up what is known of one article, day by day. Pure. A person adds at most 1 failure, and at most 1 reason, in 28 days, whichever way they said it;
/// of a reader's answers about a revision the last one counts, and only when they had looked at it for 5 seconds.
/// </summary>
internal sealed class EvidenceDays
{
    private const double CountsWhole = 0.5;
    private static readonly TimeSpan Person = TimeSpan.FromDays(28);
    private readonly Dictionary<(long, string), DayOfEvidence> _days = [];

    public IEnumerable<DayOfEvidence> All => _days.Values;

    public static EvidenceDays Of(IReadOnlyList<ContactLink> links, IReadOnlyList<AnswerRow> answers)
    {
        var days = new EvidenceDays();
        days.AddFailures([.. links.Where(link => link.Kind == ContactLink.Failed).OrderBy(link => link.At)]);
        foreach (var link in links.Where(link => link.Kind == ContactLink.Direct)) days.At(link.Day, link.Revision).Direct += link.Weight;
        days.AddVotes(answers);
        days.AddReasons(links, answers);
        return days;
    }

    private void AddFailures(IReadOnlyList<ContactLink> links)
    {
        foreach (var person in links.GroupBy(link => link.Person))
        {
            var (counted, hasFailed, last) = (new RollingCap(Person), false, (DateTimeOffset?)null);
            foreach (var link in person)
            {
                var day = At(link.Day, link.Revision);
                var weight = counted.Add(link.At, link.Weight);
                day.Failed += weight;
                if (weight >= CountsWhole && !hasFailed) day.FirstFailures++;
                if (link.Weight >= CountsWhole && link.At - last <= RepeatContact.Window) day.Repeats++;
                if (link.Weight >= CountsWhole) last = link.At;
                hasFailed |= weight >= CountsWhole;
            }
        }
    }

    private void AddVotes(IReadOnlyList<AnswerRow> answers)
    {
        foreach (var answer in answers.GroupBy(answer => (answer.Reader, answer.Revision)).Select(same => same.MaxBy(answer => (answer.At, answer.Id))))
        {
            if (answer is null or { WasRead: false } || OutcomeAnswer.Find(answer.Answer) is not { } said) continue;
            var day = At(Readings.DayOf(answer.At), answer.Revision);
            if (said == OutcomeAnswer.Fixed) day.Yes++;
            else if (said.StillNeedsHelp) day.NotYet++;
        }
    }

    private void AddReasons(IReadOnlyList<ContactLink> links, IReadOnlyList<AnswerRow> answers)
    {
        var told = links.Where(link => link.Kind == ContactLink.Failed)
            .Select(link => new Told(link.Person, link.At, link.Day, link.Revision, link.Weight, ContactReason.Find(link.Reason)))
            .Concat(answers.Where(answer => OutcomeAnswer.Find(answer.Answer)?.StillNeedsHelp == true)
                .Select(answer => new Told(answer.Person, answer.At, Readings.DayOf(answer.At), answer.Revision, 1, ContactReason.Find(answer.Reason))));
        foreach (var person in told.Where(each => each.Reason is not null).GroupBy(each => each.Person))
        {
            var counted = new RollingCap(Person);
            foreach (var (_, at, onDay, revision, weight, reason) in person.OrderBy(each => each.At))
            {
                var day = At(onDay, revision);
                if (reason?.IsHarm == true) day.Harms++;
                if (reason?.IsThePage is not { } isThePage) continue;
                var adds = counted.Add(at, weight);
                day.Reasons += adds;
                if (isThePage) day.PageReasons += adds;
            }
        }
    }

    private DayOfEvidence At(long day, string revision)
    {
        if (!_days.TryGetValue((day, revision), out var found)) _days[(day, revision)] = found = new DayOfEvidence { Day = day, Revision = revision };
        return found;
    }

    private sealed record Told(string Person, DateTimeOffset At, long Day, string Revision, double Weight, ContactReason? Reason);
}
