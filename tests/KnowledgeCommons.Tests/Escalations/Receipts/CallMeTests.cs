using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Tests.Escalations;

public sealed partial class CallMeTests
{
    private static readonly (string, string)[] Afternoon = [("phone", "+44 20 7946 0999"), ("call-on", "2026-11-23"), ("call-from", "14:00"), ("call-until", "15:00")];

    [Fact]
    public async Task A_call_is_asked_for_with_a_time_and_told_on_both_sides()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn));
        Assert.Equal(HttpStatusCode.SeeOther, (await site.Client.PostAsync(receipt + "/call-me", Afternoon)).StatusCode);
        var page = await site.Client.PageAsync(receipt);
        Assert.Contains("You asked for a call today between 14:00 and 15:00, at this number:", page.Text("ol.timeline"));
        Assert.Contains("Ana Ruiz calls you today between 14:00 and 15:00.", page.Text("main"));
        var desk = await site.Client.PageAsync("/desk/cases/1");
        foreach (var line in (string[])["Reach by phone: +44 20 7946 0999", "Wants to be called today between 14:00 and 15:00."])
            Assert.Contains(line, desk.QuerySelectorAll("#known ~ ul li").Select(item => item.TextContent));
    }

    [Fact]
    public async Task Without_a_time_it_is_as_soon_as_somebody_can_and_a_closed_case_opens()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        await site.Client.PostAsync(receipt + "/solved");
        await site.Client.PostAsync(receipt + "/call-me", ("phone", "0123 456"));
        var page = await site.Client.PageAsync(receipt);
        Assert.Contains("You asked for a call as soon as somebody can, at this number:", page.Text("ol.timeline"));
        Assert.Equal("We have your message. The help team will have it first.", page.Text("h1"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(receipt + "/call.ics")).StatusCode);
    }

    [Theory]
    [InlineData("", "14:00", "15:00", "Please give the number at which we can call you. Nothing has changed.", "")]
    [InlineData("0123", "14:00", "", "Please give the call two clock times, such as 14:00 and 15:00, or leave them empty.", "")]
    [InlineData("0123", "15:00", "14:00", "The call would end before it begins. Please give the earlier time first.", "")]
    [InlineData("0123", "08:00", "09:00", "Please choose a time for the call that is still to come, within two months.", "")]
    [InlineData("0123", "14:00", "15:00", "Please choose a time for the call that is still to come, within two months.", "2027-11-23")]
    [InlineData("0123", "14:00", "15:00", "Please give the call two clock times, such as 14:00 and 15:00, or leave them empty.", "0000-00-00")]
    public async Task What_cannot_be_kept_is_said_and_stays_in_its_field(string phone, string from, string until, string sentence, string on)
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        var answer = await site.Client.PostAsync(receipt + "/call-me", ("phone", phone), ("call-on", on), ("call-from", from), ("call-until", until));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Equal(sentence, page.Text("[role=alert] li"));
        Assert.Equal((phone, from), (page.QuerySelector("#phone")?.GetAttribute("value"), page.QuerySelector("#call-from")?.GetAttribute("value")));
        Assert.NotNull(page.QuerySelector("details[open] #phone"));
        Assert.Single((await site.Client.PageAsync(receipt)).QuerySelectorAll("ol.timeline li"));
    }

    [Fact]
    public async Task The_calendar_entry_is_one_that_calendars_read()
    {
        await using var site = await HelpSite.StartAsync();
        var problem = "Error 809; in \"Hôtel Ritz\", room 12\nhelp\\me " + new string('ü', 90);
        var receipt = await site.Client.AskAsync(("problem", problem), ("article", HelpSite.Vpn), ("reach", "phone"), ("contact", "0123 456"), ("call-from", "14:00"), ("call-until", "15:00"));
        foreach (var (address, title) in new[] { (receipt + "/call.ics", "Ana Ruiz calls you (KC-1)"), ("/desk/cases/1/call.ics", "Call The reader (KC-1)") })
        {
            using var answer = await site.Client.GetAsync(address);
            Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
            Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
            var lines = Unfolded(text);
            Assert.Equal(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Knowledge Commons//Calls//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "BEGIN:VEVENT"], lines.Take(6));
            Assert.Contains("DTSTART:20261123T140000Z", lines);
            Assert.Contains("DTEND:20261123T150000Z", lines);
            Assert.Contains("DTSTAMP:20261123T100000Z", lines);
            Assert.Contains("ORGANIZER;CN=\"Ana Ruiz\":mailto:ana@example.com", lines);
            Assert.Contains($"SUMMARY:{title}", lines);
            Assert.EndsWith($@"Error 809\; in ""Hôtel Ritz""\, room 12\nhelp\\me {new string('ü', 90)}", lines.Single(line => line.StartsWith("DESCRIPTION:", StringComparison.Ordinal)));
            Assert.Equal(["END:VEVENT", "END:VCALENDAR", ""], lines.TakeLast(3));
        }
    }

    [Fact]
    public async Task Another_time_is_the_same_entry_with_a_higher_sequence()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        await site.Client.PostAsync(receipt + "/call-me", Afternoon);
        var before = Unfolded(await site.Client.GetStringAsync(receipt + "/call.ics"));
        await site.Client.PostAsync(receipt + "/call-me", ("phone", "0123 456"), ("call-from", "16:00"), ("call-until", "16:30"));
        var after = Unfolded(await site.Client.GetStringAsync(receipt + "/call.ics"));
        Assert.Equal(before.Single(IsId), after.Single(IsId));
        Assert.Contains("SEQUENCE:1", before);
        Assert.Contains("SEQUENCE:2", after);
        Assert.Contains("DTSTART:20261123T160000Z", after);

        static bool IsId(string line) => line.StartsWith("UID:", StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_cannot_break_out_of_its_quotes() => Assert.Equal("\"Ana Ruiz\"", CalendarText.Quoted("A\"na\r\n Ruiz"));

    private static string[] Unfolded(string text) => Fold().Replace(text, "").Split("\r\n");

    [GeneratedRegex("\r\n ")]
    private static partial Regex Fold();
}
