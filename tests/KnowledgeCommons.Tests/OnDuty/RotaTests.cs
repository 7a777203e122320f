using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Tests.OnDuty;

public sealed class RotaTests
{
    private const string Desk =
        """
        time_zone: Europe/London
        holidays: { 12-25: Christmas Day }
        people:
          ana: { name: Ana, hours: { mon-fri: "08:00-12:00, 13:00-17:00" }, absences: [{ from: 2026-11-24, to: 2026-11-25 }] }
          ben: { name: Ben, hours: { mon-fri: "09:00-18:00" } }
          priya: { name: Priya, time_zone: Asia/Kolkata, hours: { mon-fri: "09:00-18:00" } }
          gus: { name: Gus, time_zone: America/New_York, hours: { mon-fri: "09:00-17:00" }, left_on: 2026-12-01 }
        teams:
          desk: { name: The desk, members: [ana, ben, priya, gus], lead: ben }
        duty:
          default: { owner: desk }
          vpn: { owner: ana, deputy: ben }
        """;

    [Theory]
    [InlineData("2026-11-23T08:00", "ana 2026-11-23 08:00")] // Monday, the first minute
    [InlineData("2026-11-23T12:30", "ben 2026-11-23 12:30")] // Ana has lunch
    [InlineData("2026-11-23T17:30", "ben 2026-11-23 17:30")] // she has gone home
    [InlineData("2026-11-24T10:00", "ben 2026-11-24 10:00")] // she is away
    [InlineData("2026-11-23T18:30", "gus 2026-11-23 18:30")] // both have gone; New York is at work
    [InlineData("2026-11-28T12:00", "priya 2026-11-30 03:30")] // Saturday: Kolkata begins four hours and a half before Ana
    public void The_first_in_line_who_works_takes_it_and_else_who_begins_next(string now, string expected) =>
        Assert.Equal(expected, Listed.Rota(Desk).For("vpn", Listed.At(now)).Said());

    [Fact]
    public void Within_four_hours_of_the_first_to_begin_the_topics_own_people_count_more()
    {
        var rota = Listed.Rota(Desk.Replace("Asia/Kolkata", "Europe/Athens", StringComparison.Ordinal));
        Assert.Equal("ana 2026-11-30 08:00", rota.For("vpn", Listed.At("2026-11-28T12:00")).Said());
        Assert.Equal("priya 2026-11-30 07:00", rota.For("printing", Listed.At("2026-11-28T12:00")).Said());
    }

    [Fact]
    public void Who_goes_before_the_word_is_given_and_comes_back_much_later_than_others_is_not_asked()
    {
        var friday = Listed.At("2026-11-27T11:30");
        Assert.Equal("ana 2026-11-27 11:30", Listed.Rota(Desk).For("vpn", friday, TimeSpan.FromHours(2)).Said());
        Assert.Equal("ben 2026-11-27 16:30", Listed.Rota(Desk).For("vpn", friday.AddHours(5), TimeSpan.FromHours(1)).Said());
        Assert.Equal("gus 2026-11-27 16:30", Listed.Rota(Desk).For("vpn", friday.AddHours(5), TimeSpan.FromHours(3)).Said());
    }

    [Fact]
    public void On_a_holiday_the_next_working_day_is_named() =>
        Assert.Equal("priya 2026-12-28 03:30", Listed.Rota(Desk).For("vpn", Listed.At("2026-12-25T10:00")).Said());

    [Fact]
    public void Who_has_left_is_never_asked()
    {
        var evening = Listed.At("2026-12-01T18:30");
        Assert.Equal("priya 2026-12-02 03:30", Listed.Rota(Desk).For("vpn", evening).Said());
        Assert.Equal("gus 2026-11-30 18:30", Listed.Rota(Desk).For("vpn", evening.AddDays(-1)).Said());
    }

    [Fact]
    public void The_members_of_a_team_take_turns_hour_by_hour_and_each_has_as_many()
    {
        var rota = Listed.Rota("people: { a: {hours: always}, b: {name: B}, c: {name: C} }\nteams: { t: { members: [a, b, c] } }\nduty: { default: { owner: t } }");
        var start = Listed.At("2026-11-23T00:00");
        var turns = Enumerable.Range(0, 24 * 9).Select(hour => (hour % 24, Who: rota.For("", start.AddHours(hour))?.Who.Key ?? "")).ToList();
        Assert.Equal([72, 72, 72], turns.CountBy(turn => turn.Who).OrderBy(count => count.Key).Select(count => count.Value));
        Assert.All(turns.GroupBy(turn => turn.Item1), hour => Assert.Equal(3, hour.Select(turn => turn.Who).Distinct().Count()));
    }

    [Fact]
    public void Without_hours_a_team_or_person_takes_it_at_any_time_as_such()
    {
        var rota = Listed.Rota("people: { a: {name: A}, b: {name: B} }\nteams: { t: { members: [a, b] } }\nduty: { default: { owner: t }, vpn: { owner: b, deputy: a } }");
        Assert.Equal("t 2026-12-25 03:00", rota.For("", Listed.At("2026-12-25T03:00")).Said());
        Assert.Equal("b 2026-12-25 03:00", rota.For("vpn/windows", Listed.At("2026-12-25T03:00")).Said());
        Assert.Equal("a", rota.For("vpn", Listed.At("2026-12-25T03:00"))?.Deputy?.Key);
    }

    [Fact]
    public void A_team_lends_its_hours_zone_and_holidays_to_members_who_name_none()
    {
        var rota = Listed.Rota(
            """
            people: { a: {name: A}, b: {name: B, hours: {sun: "10-11"}} }
            teams: { t: { members: [a], time_zone: America/New_York, hours: { daily: "09:00-17:00" }, holidays: { 2026-11-26: Thanksgiving } } }
            duty: { default: { owner: a } }
            """);
        Assert.Equal("a 2026-11-27 09:00", rota.For("", Listed.At("2026-11-25T17:00", "America/New_York")).Said("America/New_York"));
    }

    [Fact]
    public void Who_covers_a_topic_comes_before_the_default() =>
        Assert.Equal("b 2026-11-23 10:00", Listed.Rota("people: { a: {name: A}, b: {name: B, covers: [vpn]} }\nduty: { default: { owner: a } }")
            .For("vpn/windows", Listed.At("2026-11-23T10:00")).Said());

    [Fact]
    public void Where_nobody_ever_works_somebody_is_still_named() =>
        Assert.Equal("a, never", Listed.Rota("people: { a: {hours: {mon: \"off\"}} }\nduty: { default: { owner: a } }").For("", Listed.At("2026-11-23T10:00")).Said());

    [Theory]
    [InlineData("")]
    [InlineData("people: { a: {name: A} }")]
    [InlineData("people: { a: {name: A, left_on: 2020-01-01} }\nduty: { default: { owner: a } }")]
    public void An_empty_rota_names_nobody(string yaml) => Assert.Equal("nobody", Listed.Rota(yaml).For("vpn", Listed.At("2026-11-23T10:00")).Said());

    [Fact]
    public void The_deputy_is_somebody_else_own_deputy_first_and_the_lead_last()
    {
        var rota = Listed.Rota(Desk);
        Assert.Equal("ben", rota.For("vpn", Listed.At("2026-11-23T08:00"))?.Deputy?.Key);
        Assert.Equal("ana", rota.For("vpn", Listed.At("2026-11-23T12:30"))?.Deputy?.Key);
        Assert.Equal("ben", rota.For("printing", Listed.At("2026-11-23T20:00"))?.Deputy?.Key);
        Assert.Null(Listed.Rota("people: { a: {name: A} }\nduty: { default: { owner: a, deputy: a } }").For("", default(DateTimeOffset).AddYears(2000))?.Deputy);
    }
}
