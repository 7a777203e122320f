using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.OnDuty;

namespace KnowledgeCommons.Tests.OnDuty;

/// <summary>What holds for any rota at any moment, not only for those somebody thought of.</summary>
[Properties(Arbitrary = [typeof(RotaProperties)], MaxTest = 300)]
public sealed class RotaProperties
{
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Auckland", "America/Sao_Paulo", "UTC"];
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Property]
    public void Somebody_is_always_named(Case any) => Assert.NotNull(any.Rota.For(any.Topic, any.At));

    [Property]
    public void Who_takes_it_now_works_now_and_who_is_next_begins_to_work_then(Case any)
    {
        var turn = Turn(any);
        if (turn.From is not { } from) return;
        Assert.True(from >= any.At);
        Assert.True(IsInHours(any, turn.Who, from), $"{turn.Who.Key} at {from:o}");
    }

    [Property]
    public void Nobody_in_line_is_passed_over_who_works_now(Case any)
    {
        if (Turn(any).From == any.At) return;
        Assert.All(any.People.ByKey.Values.Where(person => !person.IsTeam), person => Assert.False(IsInHours(any, person, any.At), person.Key));
    }

    [Property]
    public void The_same_question_has_the_same_answer(Case any) =>
        Assert.Equal(Turn(any) with { Deputy = null }, (new Rota(any.People, TimeZoneInfo.Utc).For(any.Topic, any.At) ?? throw new InvalidOperationException()) with { Deputy = null });

    [Property]
    public void Working_time_adds_up(Case any, ushort one, ushort other)
    {
        var time = any.Rota.TimeOf(any.People.ByKey["a"], WeeklyHours.Always);
        var (middle, end) = (any.At.AddMinutes(one), any.At.AddMinutes(one).AddMinutes(other));
        Assert.Equal(time.Between(any.At, end), time.Between(any.At, middle) + time.Between(middle, end));
        Assert.InRange(time.Between(any.At, end), TimeSpan.Zero, end - any.At);
    }

    [Property]
    public void Stretches_of_work_are_in_order_and_apart(Case any)
    {
        var done = DateTimeOffset.MinValue;
        foreach (var (start, end) in any.Rota.TimeOf(any.People.ByKey["b"], WeeklyHours.Always).From(any.At).Take(50))
        {
            Assert.True(start >= done && end > start && end > any.At);
            done = end;
        }
    }

    public static Arbitrary<Case> Cases() => Arb.From(
        from hours in Gen.ListOf(Hours(), 3)
        from zones in Gen.ListOf(Gen.Elements(Zones), 3)
        from off in Gen.Choose(0, 364)
        from minutes in Gen.Choose(0, 365 * 24 * 60)
        from topic in Gen.Elements("", "vpn", "vpn/windows", "printing")
        select new Case(Make([.. hours], [.. zones], DateOnly.FromDateTime(Start.AddDays(off).DateTime)), topic, Start.AddMinutes(minutes)));

    private static Gen<WeeklyHours?> Hours() =>
        from isKnown in Gen.Choose(0, 9)
        from shifts in Gen.ListOf(from day in Gen.Choose(0, 6) from start in Gen.Choose(0, 1439) from length in Gen.Choose(1, 1440) select (Day: day, Shift: new Shift(start, start + length)), isKnown)
        select isKnown == 0 ? null : new WeeklyHours(day => shifts.Where(shift => shift.Day == (int)day).Select(shift => shift.Shift));

    private static People Make(WeeklyHours?[] hours, string[] zones, DateOnly off)
    {
        var people = new[] { "a", "b", "c" }.Select((key, index) => new Person(key, key, "", null, null, [])
        {
            Hours = hours[index],
            Zone = TimeZoneInfo.FindSystemTimeZoneById(zones[index]),
            Absences = index == 0 ? [new DayOff(off, off.AddDays(9), Name: null)] : []
        });
        var team = new Person("team", "team", "", null, null, ["b", "c"]);
        return new People(people.Append(team).ToDictionary(person => person.Key),
            new Dictionary<string, Duty> { [People.OtherTopics] = new("team", "a"), ["vpn"] = new("a", "b") });
    }

    private static Turn Turn(Case any) => any.Rota.For(any.Topic, any.At) ?? throw new InvalidOperationException("Nobody is named.");

    // Asked the simple way: what does the person's own clock show, and is that in a shift that began today or yesterday?
    private static bool IsInHours(Case any, Person person, DateTimeOffset at)
    {
        if ((person.IsTeam ? null : person.Hours) is not { } hours) return person.Absences.All(off => !off.Holds(DayAt(person, at)));
        var clock = TimeZoneInfo.ConvertTime(at, person.Zone ?? TimeZoneInfo.Utc);
        var minutes = clock.TimeOfDay.TotalMinutes;
        return Began(0, minutes) || Began(-1, minutes + Shift.MinutesOfDay);

        bool Began(int days, double minute) => DateOnly.FromDateTime(clock.DateTime).AddDays(days) is var day
            && person.Absences.All(off => !off.Holds(day)) && hours.On(day.DayOfWeek).Any(shift => minute >= shift.Start && minute < shift.End);
    }

    private static DateOnly DayAt(Person person, DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, person.Zone ?? TimeZoneInfo.Utc).DateTime);

    public sealed record Case(People People, string Topic, DateTimeOffset At)
    {
        public Rota Rota { get; } = new(People, TimeZoneInfo.Utc);

        public override string ToString() => $"{Topic} {At:o} " + string.Join("; ", People.ByKey.Values.Select(person =>
            $"{person.Key} {person.Zone?.Id} {string.Join(',', Enum.GetValues<DayOfWeek>().SelectMany(day => person.Hours?.On(day).Select(shift => $"{day}{shift}") ?? []))}"));
    }
}
