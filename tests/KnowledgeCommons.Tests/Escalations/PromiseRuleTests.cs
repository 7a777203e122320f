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
        Assert.Equal(Local(expected), Rule(4).NextWordBy(Local(now)));

    [Theory]
    [InlineData("2026-03-27T17:00", "2026-03-30T11:00")] // the clocks go forward on Sunday
    [InlineData("2026-10-23T17:00", "2026-10-26T11:00")] // and back
    public void A_change_of_the_clocks_moves_no_promise(string now, string expected) =>
        Assert.Equal(Local(expected), Rule(4).NextWordBy(Local(now)));

    [Fact]
    public void Rounding_never_leaves_the_working_day()
    {
        var rule = new PromiseRule(TimeSpan.FromMinutes(5), new TimeOnly(8, 0), new TimeOnly(17, 50), Berlin);
        Assert.Equal(Local("2026-11-23T17:50"), rule.NextWordBy(Local("2026-11-23T17:44")));
    }

    [Fact]
    public void A_promise_of_many_hours_spans_days() =>
        Assert.Equal(Local("2026-11-30T13:00"), Rule(45).NextWordBy(Local("2026-11-24T08:00")));

    private static PromiseRule Rule(int hours) => new(TimeSpan.FromHours(hours), new TimeOnly(8, 0), new TimeOnly(18, 0), Berlin);

    private static DateTimeOffset Local(string text) =>
        DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture) is var local ? new DateTimeOffset(local, Berlin.GetUtcOffset(local)) : default;
}
