using KnowledgeCommons.Content.OnDuty;
using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Tests.Escalations;

public sealed class PromiseRuleTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-11-23T09:00", "2026-11-23T13:00")] // Monday: the same day
    [InlineData("2026-11-23T09:01", "2026-11-23T13:15")] // rounded up to the quarter hour
    [InlineData("2026-11-23T14:00", "2026-11-23T18:00")] // the very end of the day still counts
    [InlineData("2026-11-23T14:01", "2026-11-24T08:15")] // a minute is left for the next morning
    [InlineData("2026-11-23T03:00", "2026-11-23T12:00")] // before the day begins
    [InlineData("2026-11-23T22:00", "2026-11-24T12:00")] // after it has ended
    [InlineData("2026-11-27T17:00", "2026-11-30T11:00")] // Friday afternoon goes on on Monday
    [InlineData("2026-11-28T12:00", "2026-11-30T12:00")] // Saturday
    public void The_next_word_comes_after_four_hours_of_working_time(string now, string expected) =>
        Assert.Equal(Local(expected), By(4, Local(now)));

    [Theory]
    [InlineData("2026-03-27T17:00", "2026-03-30T11:00")] // the clocks go forward on Sunday
    [InlineData("2026-10-23T17:00", "2026-10-26T11:00")] // and back
    public void A_change_of_the_clocks_moves_no_promise(string now, string expected) =>
        Assert.Equal(Local(expected), By(4, Local(now)));

    [Fact]
    public void Rounding_never_leaves_the_working_day()
    {
        var time = new WorkingTime(WeeklyHours.OnWorkdays(new TimeOnly(8, 0), new TimeOnly(17, 47)), Berlin, DaysOff.None);
        Assert.Equal(Local("2026-11-23T17:47"), PromiseRule.NextWordBy(time, TimeSpan.FromMinutes(5), Local("2026-11-23T17:41")));
    }

    [Fact]
    public void A_promise_of_many_hours_spans_days() =>
        Assert.Equal(Local("2026-11-30T13:00"), By(45, Local("2026-11-24T08:00")));

    [Theory]
    [InlineData(20, "2026-11-23T09:01", "2026-11-23T09:25")]
    [InlineData(60, "2026-11-23T09:01", "2026-11-23T10:15")]
    [InlineData(300, "2026-11-23T09:01", "2026-11-23T14:30")]
    public void The_step_of_rounding_grows_with_the_time(int minutes, string now, string expected) =>
        Assert.Equal(Local(expected), By(minutes / 60.0, Local(now)));

    private static DateTimeOffset By(double hours, DateTimeOffset now) => PromiseRule.NextWordBy(
        new WorkingTime(WeeklyHours.OnWorkdays(new TimeOnly(8, 0), new TimeOnly(18, 0)), Berlin, DaysOff.None), TimeSpan.FromHours(hours), now);

    private static DateTimeOffset Local(string text) =>
        DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture) is var local ? new DateTimeOffset(local, Berlin.GetUtcOffset(local)) : default;
}
