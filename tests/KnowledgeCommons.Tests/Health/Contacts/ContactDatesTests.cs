using KnowledgeCommons.Server.Health;

namespace KnowledgeCommons.Tests.Health;

public sealed class ContactDatesTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("2026-03-05T09:30:00Z", "2026-03-05 09:30")]
    [InlineData("2026-03-05T09:30:00.123456+02:00", "2026-03-05 07:30")]
    [InlineData("2026-03-05 09:30:00 -0500", "2026-03-05 14:30")]
    [InlineData("2026-03-05 09:30:00 UTC", "2026-03-05 09:30")]
    [InlineData("Thu, 05 Mar 2026 09:30:00 GMT", "2026-03-05 09:30")]
    [InlineData("2026-03-05 09:30", "2026-03-05 08:30")]
    [InlineData("2026-03-05 09:30:59", "2026-03-05 08:30")]
    [InlineData("2026-07-05T09:30:00", "2026-07-05 07:30")]
    [InlineData("05.03.2026 09:30", "2026-03-05 08:30")]
    [InlineData("5/Mar/26 9:30 AM", "2026-03-05 08:30")]
    [InlineData("Mar 5, 2026 2:30 PM", "2026-03-05 13:30")]
    [InlineData("25/03/2026 09:30", "2026-03-25 08:30")]
    [InlineData("03/25/2026 09:30 AM", "2026-03-25 08:30")]
    [InlineData("05/05/2026 09:30", "2026-05-05 07:30")]
    [InlineData("1772703000", "2026-03-05 09:30")]
    [InlineData("1772703000000", "2026-03-05 09:30")]
    [InlineData("2026-03-05", "2026-03-04 23:00")]
    public void Dates_of_exports_are_read_in_the_zone_they_name_or_the_one_that_was_set(string written, string utc) =>
        Assert.Equal(utc, Read(written, DateOrder.Unknown));

    [Theory]
    [InlineData(DateOrder.DayFirst, "2026-04-03 07:00")]
    [InlineData(DateOrder.MonthFirst, "2026-03-04 08:00")]
    public void Dates_with_slashes_are_read_in_the_order_that_was_said(DateOrder order, string utc) => Assert.Equal(utc, Read("03/04/2026 09:00", order));

    [Fact]
    public void A_date_that_can_be_read_in_two_ways_is_refused_with_what_to_say()
    {
        var dates = new ContactDates(Paris);
        dates.Read("25/03/2026");
        Assert.Equal((null, "The date \"03/04/2026\" can be read in two ways. Say --dates dmy when the day comes first, --dates mdy when the month does."), dates.Read("03/04/2026"));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-02-30 09:00")]
    [InlineData("2026-13-01")]
    [InlineData("00/00/0000")]
    [InlineData("=NOW()")]
    public void A_date_that_is_none_is_refused(string written) =>
        Assert.Equal((null, $"The date \"{written}\" cannot be read."), new ContactDates(Paris).Read(written));

    [Fact]
    public void An_hour_that_the_clocks_skipped_is_still_an_instant() =>
        Assert.Equal("2026-03-29 01:30", Read("2026-03-29 02:30", DateOrder.Unknown));

    private static string? Read(string written, DateOrder order) => new ContactDates(Paris, order).Read(written).At?.ToString("yyyy-MM-dd HH:mm");
}
