using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Tests.Searching;

public sealed class TypingOnTests
{
    [Theory]
    [InlineData("vpn", "vpn")]
    [InlineData("vp", "vpn error")]
    [InlineData("vpn error", "vpn")]
    [InlineData("error 80", "error 809")]
    [InlineData("log in", "login")]
    [InlineData("outlok", "outlook")]
    [InlineData("otulook", "outlook")]
    [InlineData("outlok", "outlook wont send")]
    [InlineData("authentcaton failed", "authentication failed")]
    public void Going_on_taking_back_and_mending_is_the_same_question(string former, string later) =>
        Assert.True(TypingOn.IsSame(KeptQuery.WordsOf(former), KeptQuery.WordsOf(later)));

    [Theory]
    [InlineData("", "vpn")]
    [InlineData("vpn", "")]
    [InlineData("vpn", "printer")]
    [InlineData("mac", "mic")]
    [InlineData("room 4", "room 5")]
    [InlineData("err-4242", "err-4243")]
    [InlineData("windows 10 update", "windows 11 update")]
    [InlineData("camera black", "camera broken")]
    public void Other_words_and_other_numbers_are_another_question(string former, string later) =>
        Assert.False(TypingOn.IsSame(KeptQuery.WordsOf(former), KeptQuery.WordsOf(later)));

    [Fact]
    public void Long_questions_are_compared_quickly()
    {
        var started = TimeProvider.System.GetTimestamp();
        Assert.False(TypingOn.IsSame(new string('a', 500), new string('b', 500)));
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }
}
