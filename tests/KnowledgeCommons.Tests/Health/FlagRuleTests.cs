using KnowledgeCommons.Server.Health;

namespace KnowledgeCommons.Tests.Health;

public sealed class FlagRuleTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(4, 4, false)] // too few attempts, whatever they say
    [InlineData(2, 5, false)] // lower bound .118
    [InlineData(3, 5, true)]  // lower bound .231
    [InlineData(3, 8, false)] // lower bound .137
    [InlineData(5, 12, true)] // lower bound .193
    [InlineData(20, 100, false)] // lower bound .133
    [InlineData(22, 100, true)]  // lower bound .150
    public void Enough_of_at_least_five_attempts_must_end_in_a_contact(long contacted, long attempts, bool flagged) =>
        Assert.Equal(flagged, FlagRule.Calls(new RevisionNumbers { Attempts = attempts, Contacted = contacted }));

    [Theory]
    [InlineData("ann 0, bob 3, cleo 14", true)]
    [InlineData("ann 0, bob 3, cleo 15", false)]
    [InlineData("ann 0, bob 20, cleo 25, dan 33", true)]
    [InlineData("ann 0, ann 1, ann 2, bob 3", false)]
    [InlineData("", false)]
    public void Three_different_people_must_come_back_within_fourteen_days(string repeats, bool flagged)
    {
        var rows = repeats.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(repeat => repeat.Split(' '))
            .Select(parts => new RepeatContact { Reader = parts[0], At = Monday.AddDays(int.Parse(parts[1])) });
        Assert.Equal(flagged, FlagRule.Calls(new RevisionNumbers { Attempts = 100, Contacted = 4, Repeats = [.. rows] }));
    }

    [Theory]
    [InlineData(3, true)]   // three by chance: 4 in a million
    [InlineData(4, false)]  // 1 in a hundred thousand
    [InlineData(1000, false)]
    public void Three_who_came_back_raise_the_flag_only_where_so_few_read_it_that_chance_hardly_does_it(long readers, bool flagged)
    {
        var repeats = ((string[])["ann", "bob", "cleo"]).Select(reader => new RepeatContact { Reader = reader, At = Monday });
        Assert.Equal(flagged, FlagRule.Alarms(new RevisionNumbers { Attempts = 3, Contacted = 3, Readers = readers, Repeats = [.. repeats] }));
    }
}
