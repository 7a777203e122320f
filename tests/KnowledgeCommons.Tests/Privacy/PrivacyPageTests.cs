using System.Net;
using KnowledgeCommons.Server.Privacy;
using KnowledgeCommons.Server.Themes;
using KnowledgeCommons.Tests.Architecture;
using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.Tests.Privacy;

public sealed class PrivacyPageTests
{
    [Fact]
    public async Task The_page_says_for_how_long_the_settings_keep_things()
    {
        await using var site = await HelpSite.StartAsync("--Privacy:ClosedCases=45.00:00:00", "--Health:KeepReadings=61.00:00:00");
        var page = await site.Client.PageAsync("/privacy");
        Assert.Contains("All of it is deleted 45 days after the case was closed", page.Text("section:has(#Cases)"), StringComparison.Ordinal);
        Assert.Contains("Deleted after 61 days; the sum of the day stays.", page.Text("section:has(#Readings)"), StringComparison.Ordinal);
        Assert.Contains("Deleted after 1 day.", page.Text("section:has(#Accounts)"), StringComparison.Ordinal);
        Assert.DoesNotContain("[", page.Text("main"), StringComparison.Ordinal);
        Assert.NotNull((await site.Client.PageAsync("/")).QuerySelector("footer a[href='/privacy']"));
    }

    [Fact]
    public async Task Everybody_can_read_it_before_they_sign_in()
    {
        await using var site = await HelpSite.StartAsync("--Identity:Mode=Accounts");
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/privacy")).StatusCode);
    }

    [Fact]
    public void Every_topic_kind_and_end_of_the_inventory_has_its_words()
    {
        var texts = Texts.Read(Repository.Path("themes/default/texts.en.yml"));
        var keys = KeptTables.All.SelectMany(table => table.Ends).Where(end => end.Says is not null).Select(end => $"privacy.end.{end.Says}")
            .Concat(Enum.GetNames<KeptTopic>().SelectMany(topic => (string[])[$"privacy.topic.{topic}.title", $"privacy.topic.{topic}.what"]))
            .Concat(Enum.GetNames<Holds>().Where(holds => holds != nameof(Holds.Nothing)).Select(holds => $"privacy.holds.{holds}"));
        Assert.DoesNotContain(keys, key => !texts.Has(key));
    }

    [Fact]
    public void Every_topic_that_tells_of_readers_says_when_it_ends()
    {
        var silent = KeptTables.All.GroupBy(table => table.Topic)
            .Where(topic => topic.Any(table => table.Columns.Any(column => column.IsOfReaders)) && topic.SelectMany(table => table.Ends).All(end => end.Says is null)).Select(topic => topic.Key);
        Assert.Empty(silent);
    }

    [Theory]
    [InlineData("--Privacy:Answers=10.00:00:00", "Privacy:Answers must be between 36 and 3650 days")]
    [InlineData("--Privacy:LearntSearches=40.00:00:00", "Privacy:LearntSearches must not be shorter than Privacy:Searches")]
    public async Task A_period_that_would_break_what_needs_it_stops_the_start(string setting, string sentence)
    {
        await using var site = new TestSite();
        var wrong = await Assert.ThrowsAnyAsync<Exception>(() => site.StartAsync(setting));
        Assert.Contains(sentence, wrong.Message, StringComparison.Ordinal);
    }
}
