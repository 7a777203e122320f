using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.OnDuty;

namespace KnowledgeCommons.Tests.OnDuty;

public sealed class CalendarFileTests
{
    [Fact]
    public void Days_once_several_days_and_folded_names_are_read()
    {
        var day = Assert.Single(Holidays("DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Christmas\\, and the\r\n  day after").Days);
        Assert.Equal((new DateOnly(2026, 12, 25), new DateOnly(2026, 12, 26), "Christmas, and the day after"), (day.From, day.To, day.Name));
    }

    [Fact]
    public void A_letter_folded_in_its_middle_is_whole_again()
    {
        var text = Calendar("DTSTART;VALUE=DATE:20261101\r\nSUMMARY:Tous|les Saints, fête");
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var cut = Array.IndexOf(bytes, (byte)0xC3) + 1;
        byte[] folded = [.. bytes[..cut], .. "\r\n "u8, .. bytes[cut..]];
        Assert.Equal("Tous|les Saints, fête", new Content.Building.CalendarFile("x.ics", []).Read(folded)[0].Name);
    }

    [Theory]
    [InlineData("DTSTART:20201225\nRRULE:FREQ=YEARLY", "2031-12-25", true)]
    [InlineData("DTSTART:20201225\nRRULE:FREQ=YEARLY", "2019-12-25", false)]
    [InlineData("DTSTART:20201225\nRRULE:FREQ=YEARLY;UNTIL=20251231T000000Z", "2026-12-25", false)]
    [InlineData("DTSTART:20201225\nRRULE:FREQ=YEARLY;COUNT=2", "2021-12-25", true)]
    [InlineData("DTSTART:20201225\nRRULE:FREQ=YEARLY;COUNT=2", "2022-12-25", false)]
    [InlineData("DTSTART:20201225\nRRULE:FREQ=YEARLY;INTERVAL=2", "2021-12-25", false)]
    [InlineData("DTSTART:20201126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2026-11-26", true)]
    [InlineData("DTSTART:20201126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2026-11-27", false)]
    [InlineData("DTSTART:20200525\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", "2026-05-25", true)]
    [InlineData("DTSTART:20200525\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", "2026-05-18", false)]
    [InlineData("DTSTART:20201231\nDTEND:20210103\nRRULE:FREQ=YEARLY", "2027-01-02", true)]
    [InlineData("DTSTART:20201231\nDTEND:20210103\nRRULE:FREQ=YEARLY", "2027-01-03", false)]
    [InlineData("DTSTART:20201225\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20261225", "2026-12-25", false)]
    [InlineData("DTSTART:20261225\nDURATION:P2D", "2026-12-26", true)]
    [InlineData("DTSTART:20261225\nSTATUS:CANCELLED", "2026-12-25", false)]
    [InlineData("DTSTART:20261225\nBEGIN:VALARM\nDTSTART:20261101\nEND:VALARM", "2026-12-25", true)]
    public void Yearly_days_come_back_as_the_rule_says(string lines, string day, bool isOff)
    {
        var (days, findings) = Holidays(lines);
        Assert.Empty(findings);
        Assert.Equal(isOff, days.Any(off => off.Holds(DateOnly.Parse(day, null))));
    }

    [Theory]
    [InlineData("DTSTART:20261225T090000Z\nSUMMARY:Standup", "'Standup' has no day as its beginning, and was left out.", 0)]
    [InlineData("DTSTART:99991231\nDTEND:99991231", "'Holiday' has no day as its beginning, and was left out.", 0)]
    [InlineData("DTSTART:20260101\nDTEND:20990101", "'Holiday' is longer than a year, and was left out.", 0)]
    [InlineData("DTSTART:20260105\nRRULE:FREQ=WEEKLY", "How 'Holiday' comes back (FREQ=WEEKLY) cannot be read, so only its first day counts.", 1)]
    [InlineData("DTSTART:20260105\nRRULE:FREQ=YEARLY;BYDAY=99XX", "How 'Holiday' comes back (FREQ=YEARLY;BYDAY=99XX) cannot be read, so only its first day counts.", 1)]
    [InlineData("DTSTART:20260105\nRRULE:FREQ=YEARLY;INTERVAL=0", "How 'Holiday' comes back (FREQ=YEARLY;INTERVAL=0) cannot be read, so only its first day counts.", 1)]
    public void What_is_no_day_off_is_told_with_the_events_line(string lines, string message, int left)
    {
        var (days, findings) = Holidays(lines);
        Assert.Equal((message, "_people/days.ics", 2), (Assert.Single(findings).Message, findings[0].Path, findings[0].Line));
        Assert.Equal(left, days.Count);
    }

    [Theory]
    [InlineData("", "This is not an iCalendar file.")]
    [InlineData("<html>Sign in</html>", "This is not an iCalendar file.")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261225", "This event has no end; the file is cut off.")]
    public void A_file_that_is_no_calendar_is_told(string text, string message)
    {
        var findings = new List<Finding>();
        Assert.Empty(new Content.Building.CalendarFile("days.ics", findings).Read(System.Text.Encoding.UTF8.GetBytes(text)));
        Assert.Equal(message, Assert.Single(findings).Message);
    }

    private static string Calendar(string lines) => $"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n";

    private static (IReadOnlyList<DayOff> Days, IReadOnlyList<Finding> Findings) Holidays(string lines)
    {
        var (people, findings) = Listed.Read("holidays: _people/days.ics\npeople: { a: { name: A } }", ("_people/days.ics", Calendar(lines)));
        return (people.Holidays, findings);
    }
}
