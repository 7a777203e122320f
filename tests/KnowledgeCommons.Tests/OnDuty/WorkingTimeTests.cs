using KnowledgeCommons.Content.OnDuty;

namespace KnowledgeCommons.Tests.OnDuty;

public sealed class WorkingTimeTests
{
    // In Berlin 2026 the hour from 2 to 3 is skipped on 29 March and comes twice on 25 October; in New York on 8 March and 1 November.
    [Theory]
    [InlineData("Europe/Berlin", "01:00-04:00", "2026-03-29", 2)]
    [InlineData("Europe/Berlin", "01:00-04:00", "2026-10-25", 4)]
    [InlineData("Europe/Berlin", "02:15-02:45", "2026-03-29", 0)]
    [InlineData("Europe/Berlin", "02:30-04:00", "2026-03-29", 1)]
    [InlineData("Europe/Berlin", "00:30-02:30", "2026-03-29", 1.5)]
    [InlineData("Europe/Berlin", "02:00-03:00", "2026-10-25", 2)]
    [InlineData("Europe/Berlin", "00:00-24:00", "2026-10-25", 25)]
    [InlineData("America/New_York", "00:00-24:00", "2026-03-08", 23)]
    [InlineData("America/New_York", "01:30-02:30", "2026-03-08", 0.5)]
    [InlineData("America/New_York", "01:00-01:30", "2026-11-01", 1.5)]
    [InlineData("Australia/Lord_Howe", "01:00-03:00", "2026-10-04", 1.5)]
    [InlineData("Asia/Kolkata", "01:00-04:00", "2026-03-29", 3)]
    public void Hours_are_real_hours_also_when_the_clocks_are_changed(string zone, string hours, string day, double expected)
    {
        var time = Time($"{{ daily: \"{hours}\" }}", zone);
        var stretches = time.From(Listed.At($"{day}T00:00", zone)).TakeWhile(stretch => time.DayOf(stretch.Start) == DateOnly.Parse(day, null));
        Assert.Equal(expected, stretches.Sum(stretch => (stretch.End - stretch.Start).TotalHours));
    }

    [Theory]
    [InlineData("2026-10-24T23:00", true)]
    [InlineData("2026-10-25T05:59", true)]
    [InlineData("2026-10-25T06:00", false)]
    [InlineData("2026-10-25T23:00", false)] // Sunday has no shift
    [InlineData("2026-10-24T21:59", false)]
    public void A_shift_runs_through_midnight_into_a_day_without_one(string at, bool works) =>
        Assert.Equal(works, Time("{ sat: \"22:00-06:00\" }", "Europe/Berlin").IsOn(Listed.At(at, "Europe/Berlin")));

    [Fact]
    public void A_night_shift_through_the_doubled_hour_has_nine_hours()
    {
        var time = Time("{ sat: \"22:00-06:00\" }", "Europe/Berlin");
        Assert.Equal(9, time.Between(Listed.At("2026-10-24T12:00", "Europe/Berlin"), Listed.At("2026-10-26T12:00", "Europe/Berlin")).TotalHours);
        Assert.Equal(7, time.Between(Listed.At("2026-03-28T12:00", "Europe/Berlin"), Listed.At("2026-03-30T12:00", "Europe/Berlin")).TotalHours);
    }

    [Fact]
    public void Overlapping_shifts_count_once() =>
        Assert.Equal(18, Time("{ mon: \"08:00-14:00, 12:00-20:00, 22:00-04:00\", tue: \"02:00-04:00\" }", "UTC")
            .Between(Listed.At("2026-11-23T00:00", "UTC"), Listed.At("2026-11-25T00:00", "UTC")).TotalHours);

    [Fact]
    public void The_end_of_a_shift_is_no_working_time_but_a_word_may_be_promised_for_it()
    {
        var time = Time("{ mon-fri: \"08:00-12:00, 13:00-17:00\" }", "Europe/London");
        var noon = Listed.At("2026-11-23T12:00");
        Assert.False(time.IsOn(noon));
        Assert.True(time.Admits(noon));
        Assert.False(time.Admits(noon.AddMinutes(1)));
        Assert.Equal(Listed.At("2026-11-23T13:00"), time.NextStart(noon));
    }

    [Fact]
    public void Away_is_who_would_begin_sooner_without_their_days_off()
    {
        var time = Listed.Rota("people: { a: { hours: { mon-fri: \"08:00-17:00\" }, absences: [{ from: 2026-11-24, to: 2026-11-25 }] } }") is var rota
            && rota.People.Find("a") is { } a ? rota.TimeOf(a, WeeklyHours.Always) : throw new InvalidOperationException();
        Assert.False(time.IsAway(Listed.At("2026-11-23T16:59")));
        Assert.True(time.IsAway(Listed.At("2026-11-23T17:00")));
        Assert.Equal(Listed.At("2026-11-26T08:00"), time.NextStart(Listed.At("2026-11-23T17:00")));
        Assert.False(time.IsAway(Listed.At("2026-11-28T12:00")));
    }

    [Fact]
    public void Who_has_no_hours_in_a_year_never_works() => Assert.Null(Time("{ mon: \"off\" }", "UTC").NextStart(Listed.At("2026-11-23T12:00")));

    private static WorkingTime Time(string hours, string zone)
    {
        var (people, findings) = Listed.Read($"people: {{ a: {{ time_zone: {zone}, hours: {hours} }} }}");
        Assert.Empty(findings);
        return new Rota(people, TimeZoneInfo.Utc).TimeOf(people.ByKey["a"], WeeklyHours.Always);
    }
}
