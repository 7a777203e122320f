using KnowledgeCommons.Content.OnDuty;

namespace KnowledgeCommons.Tests.OnDuty;

public sealed class PeopleFileTests
{
    [Fact]
    public void Hours_are_read_in_every_way_people_write_them()
    {
        var (people, findings) = Listed.Read(
            """
            people:
              a: { hours: { mon-fri: "08:00-12:00, 13:00-17:00", sat: "9:00–12:00", sun: off } }
              b: { hours: { "Monday, wed": ["08:00-24:00"], fri-mon: "22:00-06:00" } }
            """);
        Assert.Empty(findings);
        Assert.Equal([new Shift(480, 720), new Shift(780, 1020)], people.ByKey["a"].Hours?.On(DayOfWeek.Friday));
        Assert.Equal([new Shift(540, 720)], people.ByKey["a"].Hours?.On(DayOfWeek.Saturday));
        Assert.Empty(people.ByKey["a"].Hours?.On(DayOfWeek.Sunday) ?? [default]);
        Assert.Equal([new Shift(480, 1440), new Shift(1320, 1800)], people.ByKey["b"].Hours?.On(DayOfWeek.Monday));
        Assert.Empty(people.ByKey["b"].Hours?.On(DayOfWeek.Tuesday) ?? [default]);
    }

    [Theory]
    [InlineData("hours: { mon-fri: \"8-12\" }", "'8-12' is not a stretch of working time.")]
    [InlineData("hours: { mon: \"08:00-25:00\" }", "'08:00-25:00' is not a stretch of working time.")]
    [InlineData("hours: { mon: \"24:00-08:00\" }", "'24:00-08:00' is not a stretch of working time.")]
    [InlineData("hours: { month: \"08:00-12:00\" }", "'month' names no day of the week.")]
    [InlineData("hours: { mon-wed-fri: \"08:00-12:00\" }", "'mon-wed-fri' names no day of the week.")]
    [InlineData("hours: nine to five", "These working hours cannot be read.")]
    [InlineData("hours: [1, 2]", "These working hours cannot be read.")]
    [InlineData("time_zone: Europe/Atlantis", "There is no time zone 'Europe/Atlantis'.")]
    [InlineData("left_on: yesterday", "'yesterday' is not a day.")]
    [InlineData("left_on: 9999-12-31", "'9999-12-31' is not a day.")]
    [InlineData("absences: [{ from: 2026-12-05, to: 2026-12-01 }]", "This absence does not say from when to when.")]
    [InlineData("absences: Tuesday", "This absence does not say from when to when.")]
    [InlineData("holidays: { Christmas: 2026-12-25 }", "'Christmas' is not a day.")]
    [InlineData("holidays: [2026-12-25]", "These holidays cannot be read.")]
    [InlineData("holidays: uk.ics", "There is no calendar 'uk.ics' in the content folder.")]
    [InlineData("deputy: nobody", "'a' names 'nobody' under deputy, who is not in the list of people.")]
    [InlineData("lead: nobody", "'a' names 'nobody' under lead, who is not in the list of people.")]
    [InlineData("members: [b, nobody]", "'a' names 'nobody' under members, who is not in the list of people.")]
    public void What_cannot_be_read_is_told_with_its_line_and_the_rest_counts(string field, string message)
    {
        var (people, findings) = Listed.Read($"people:\n  b: {{ name: Ben }}\n  a:\n    name: Ana\n    {field}\n    phone: \"1\"\n");
        var finding = Assert.Single(findings);
        Assert.Equal((message, "_people.yml", 5), (finding.Message, finding.Path, finding.Line));
        Assert.Equal(("Ana", "1"), (people.ByKey["a"].Name, people.ByKey["a"].Phone));
    }

    [Theory]
    [InlineData("12-25: Christmas Day", "2030-12-25", true)]
    [InlineData("2026-12-25: Christmas Day", "2030-12-25", false)]
    [InlineData("2026-12-25: Christmas Day", "2026-12-25", true)]
    [InlineData("02-29: Leap day", "2028-02-29", true)]
    [InlineData("02-29: Leap day", "2027-02-28", false)]
    public void A_holiday_counts_once_or_every_year(string line, string day, bool isOff) =>
        Assert.Equal(isOff, Listed.Read($"holidays: {{ {line} }}\npeople: {{ a: {{ name: A }} }}").People.Holidays.Any(off => off.Holds(DateOnly.Parse(day, null))));

    [Fact]
    public void What_has_no_new_field_reads_as_before()
    {
        var person = Listed.Read("people: { a: { name: Ana, role: VPN, email: a@example.com } }").People.ByKey["a"];
        Assert.Equal((null, null, null, null, null, null), (person.Hours, person.Zone, person.Holidays, person.Deputy, person.Lead, person.LeftOn));
        Assert.Empty(person.Absences);
    }
}
