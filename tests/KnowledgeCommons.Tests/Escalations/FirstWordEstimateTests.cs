using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Tests.Escalations;

public sealed class FirstWordEstimateTests
{
    private static readonly TimeSpan Default = TimeSpan.FromHours(4);

    [Fact]
    public void Without_anything_measured_the_default_counts() => Assert.Equal(Default, new FirstWordEstimate([], Default).Of("vpn", 1));

    [Fact]
    public void Ten_readers_count_as_much_as_the_default() => Assert.Equal(130, Minutes(Of("vpn", 1, 10, minutes: 20), "mail", 0));

    [Fact]
    public void A_topic_leans_on_the_site_and_a_band_on_its_topic()
    {
        // Site: (10 × 20 + 10 × 240) / 20 = 130; topic: (200 + 1300) / 20 = 75; band: (200 + 750) / 20 = 47.5.
        var measured = Of("vpn", 1, 10, minutes: 20);
        Assert.Equal(75, Minutes(measured, "vpn", 0));
        Assert.Equal(47.5, Minutes(measured, "vpn", 1));
    }

    [Fact]
    public void With_much_measured_it_is_the_time_within_which_four_of_five_were_answered()
    {
        var measured = Enumerable.Range(1, 1000).Select(minute => new FirstWord("vpn", 1, TimeSpan.FromMinutes(minute)));
        Assert.InRange(Minutes([.. measured], "vpn", 1), 790, 800);
    }

    [Fact]
    public void Nobody_promises_a_word_at_once() => Assert.Equal(5, Minutes(Of("vpn", 1, 2000, minutes: 0), "vpn", 1));

    private static IReadOnlyCollection<FirstWord> Of(string topic, int band, int readers, int minutes) =>
        [.. Enumerable.Repeat(new FirstWord(topic, band, TimeSpan.FromMinutes(minutes)), readers)];

    private static double Minutes(IReadOnlyCollection<FirstWord> measured, string topic, int band) =>
        new FirstWordEstimate(measured, Default).Of(topic, band).TotalMinutes;
}
