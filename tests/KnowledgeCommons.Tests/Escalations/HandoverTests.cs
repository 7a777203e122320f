using System.Net;

namespace KnowledgeCommons.Tests.Escalations;

/// <summary>What is measured counts from the next look on that is five minutes later: then the four hours of the default are shrunk to three.</summary>
public sealed class HandoverTests
{
    private static string With(string person, string fields) =>
        DutySite.People.Replace($"{person}@example.com,", $"{person}@example.com, {fields},", StringComparison.Ordinal);

    [Fact]
    public async Task While_nobody_works_the_form_and_the_receipt_say_who_begins_when()
    {
        await using var site = await DutySite.StartAsync();
        site.Time.SetUtcNow(new(2026, 11, 23, 21, 0, 0, TimeSpan.Zero));
        var form = await site.Client.PageAsync($"/help?article={HelpSite.Printing}");
        Assert.Equal("Priya Rao will have this", form.Text("#who"));
        Assert.Equal(["Nobody is at work right now. The desk opens tomorrow at 03:30 (09:00 in Asia/Kolkata, where Priya Rao works); Priya Rao will have this first.",
            "Send it now and you get the next word by tomorrow at 07:30."], form.QuerySelectorAll("section.card > p:not(.meta)").Select(line => line.TextContent));
        var receipt = await site.Client.PageAsync(await site.Client.AskAsync(("problem", "Paper"), ("article", HelpSite.Printing), ("reach", "phone"), ("contact", "0123 456")));
        Assert.Equal("Priya Rao gives you the next word by tomorrow at 07:30.", receipt.Text("[role=status]"));
        Assert.Equal(["Priya Rao calls you at 0123 456. What is said in writing stands on this page.",
            "Priya Rao is not at work right now and starts again tomorrow at 03:30 (09:00 in Asia/Kolkata, where Priya Rao works)."],
            receipt.QuerySelectorAll("[role=status] ~ p:not(.meta)").Select(line => line.TextContent));
    }

    [Fact]
    public async Task Who_is_off_is_stood_in_for_and_the_team_names_a_member()
    {
        await using var site = await DutySite.StartAsync();
        site.Publish(With("ana", "absences: [{ from: 2026-11-23, to: 2026-12-04 }]"));
        await site.AskVpnAsync();
        await site.Client.AskAsync(("problem", "Anything"));
        Assert.Equal("ben", (await site.StoryAsync()).Case.Owner);
        Assert.Contains((await site.StoryAsync(2)).Case.Owner, new[] { "ben", "priya" });
    }

    [Theory]
    [InlineData("absences: [{ from: 2026-11-23, to: 2026-12-04 }]", "Ana Ruiz is away until 7 December 2026.")]
    [InlineData("holidays: { 2026-11-23: Founders' Day }", "Ana Ruiz has a day off (Founders' Day) until 24 November 2026.")]
    [InlineData("left_on: 2026-11-23", "Ana Ruiz does not work here any more.")]
    public async Task A_case_of_somebody_who_is_away_goes_to_who_is_on_duty_with_both_names_and_why(string fields, string why)
    {
        await using var site = await DutySite.StartAsync();
        var receipt = await site.AskVpnAsync();
        site.Publish(With("ana", fields));
        await site.LookAsync();
        await site.LookAsync();
        foreach (var page in new[] { await site.Client.PageAsync(receipt), await site.Client.PageAsync("/desk/cases/1") })
        {
            Assert.Equal(("It went from Ana Ruiz to Ben Okafor. The next word comes by today at 14:00.", why), (page.Text("li.passed-on strong"), page.Text("li.passed-on blockquote")));
            Assert.Single(page.QuerySelectorAll("li.passed-on"));
        }
        Assert.Equal("Ben Okafor gives you the next word by today at 14:00.", (await site.Client.PageAsync(receipt)).Text("[role=status]"));
    }

    [Fact]
    public async Task An_absence_that_begins_tomorrow_passes_on_tomorrows_promise_when_today_is_over()
    {
        await using var site = await DutySite.StartAsync();
        site.Time.SetUtcNow(new(2026, 11, 23, 16, 0, 0, TimeSpan.Zero));
        await site.AskVpnAsync();
        site.Publish(With("ana", "absences: [{ from: 2026-11-24, to: 2026-11-24 }]"));
        await site.LookAtAsync("2026-11-23T16:59");
        Assert.Equal("ana", (await site.StoryAsync()).Case.Owner);
        await site.LookAtAsync("2026-11-23T17:01");
        Assert.Equal(("ben", new(2026, 11, 24, 11, 0, 0, TimeSpan.Zero)), ((await site.StoryAsync()).Case.Owner, (await site.StoryAsync()).Case.PromiseBy));
    }

    [Fact]
    public async Task Nobody_waits_for_the_end_of_a_holiday_when_somebody_else_is_there()
    {
        await using var site = await DutySite.StartAsync();
        site.Time.SetUtcNow(new(2026, 11, 23, 16, 30, 0, TimeSpan.Zero));
        await site.AskVpnAsync();
        site.Publish(With("ana", "absences: [{ from: 2026-11-24, to: 2026-12-04 }]"));
        await site.Client.PostAsync("/desk/cases/1/promise", ("me", "ana"), ("promise", "2026-12-07T11:30"));
        Assert.Equal(("ana", new(2026, 12, 7, 11, 30, 0, TimeSpan.Zero)), ((await site.StoryAsync()).Case.Owner, (await site.StoryAsync()).Case.PromiseBy));
        await site.LookAtAsync("2026-11-23T17:00");
        Assert.Equal(("ben", new(2026, 11, 24, 11, 15, 0, TimeSpan.Zero)), ((await site.StoryAsync()).Case.Owner, (await site.StoryAsync()).Case.PromiseBy));
    }

    [Fact]
    public async Task An_ordinary_evening_hands_nothing_over()
    {
        await using var site = await DutySite.StartAsync();
        site.Time.SetUtcNow(new(2026, 11, 23, 16, 0, 0, TimeSpan.Zero));
        await site.AskVpnAsync();
        await site.LookAtAsync("2026-11-23T22:00");
        Assert.Equal(["opened"], await site.KindsAsync());
    }

    [Fact]
    public async Task Words_to_somebody_who_is_away_reach_who_is_on_duty()
    {
        await using var site = await DutySite.StartAsync();
        var receipt = await site.AskVpnAsync();
        await site.Client.PostAsync("/desk/cases/1/answer", ("me", "ana"), ("text", "Try this."));
        site.Publish(With("ana", "absences: [{ from: 2026-11-23, to: 2026-12-04 }]"));
        await site.LookAsync();
        Assert.Equal("ana", (await site.StoryAsync()).Case.Owner);
        await site.Client.PostAsync(receipt + "/say", ("text", "It did not help."));
        Assert.Equal(["opened", "answered", "passed-on", "said"], await site.KindsAsync());
        Assert.Equal("Ben Okafor gives you the next word by today at 14:00.", (await site.Client.PageAsync(receipt)).Text("[role=status]"));
    }

    [Fact]
    public async Task Nobody_promises_a_word_outside_their_working_hours()
    {
        await using var site = await DutySite.StartAsync();
        await site.AskVpnAsync();
        foreach (var (action, field) in new[] { ("promise", "promise"), ("answer", "promise") })
        {
            var refused = await site.Client.PostAsync($"/desk/cases/1/{action}", ("me", "ana"), ("text", "Later"), (field, "2026-11-24T19:00"));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Equal("That is outside your working hours. Choose a time when you work, or hand it over. Nothing has changed.", (await refused.PageAsync()).Text("[role=alert] li"));
        }
        Assert.Equal(HttpStatusCode.SeeOther, (await site.Client.PostAsync("/desk/cases/1/promise", ("me", "ana"), ("promise", "2026-11-24T17:00"))).StatusCode);
    }

    [Fact]
    public async Task Handed_to_somebody_who_does_not_work_then_the_promise_moves_into_their_hours_and_the_reader_is_told()
    {
        await using var site = await DutySite.StartAsync();
        var receipt = await site.AskVpnAsync();
        await site.Client.PostAsync("/desk/cases/1/hand-over", ("me", "ana"), ("to", "ben"), ("text", "Yours"));
        Assert.Null((await site.StoryAsync()).Events[^1].PromiseBy);
        await site.Client.PostAsync("/desk/cases/1/hand-over", ("me", "ben"), ("to", "priya"), ("text", "Hers"));
        Assert.Equal("Priya Rao gives you the next word by tomorrow at 06:00.", (await site.Client.PageAsync(receipt)).Text("[role=status]"));
    }

    [Fact]
    public async Task Who_has_left_is_offered_nowhere_at_the_desk()
    {
        await using var site = await DutySite.StartAsync();
        await site.AskVpnAsync();
        site.Publish(With("ben", "left_on: 2026-11-01"));
        var page = await site.Client.PageAsync("/desk/cases/1");
        Assert.DoesNotContain("Ben Okafor", page.QuerySelectorAll("option").Select(option => option.TextContent));
        Assert.Contains("Priya Rao", page.QuerySelectorAll("option").Select(option => option.TextContent));
    }
}
