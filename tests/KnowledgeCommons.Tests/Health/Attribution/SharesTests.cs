using KnowledgeCommons.Server.Health;

namespace KnowledgeCommons.Tests.Health;

public sealed class SharesTests
{
    [Fact]
    public void What_was_read_alone_gets_the_probability_that_the_contact_is_about_it() =>
        Assert.Equal(0.8, Shares.Of([(0.8, TimeSpan.Zero)])[0], 3);

    [Fact]
    public void Three_days_halve_the_odds() => Assert.Equal(2.0 / 3, Shares.Of([(0.8, TimeSpan.FromDays(3))])[0], 3);

    [Fact]
    public void All_that_was_read_never_adds_up_to_the_whole_contact()
    {
        var shares = Shares.Of([(0.99, TimeSpan.Zero), (0.99, TimeSpan.Zero), (0.9, TimeSpan.FromDays(1)), (0.5, TimeSpan.FromDays(7))]);
        Assert.InRange(shares.Sum(), 0.98, 0.999);
        Assert.Equal(shares.OrderDescending(), shares);
    }

    [Fact]
    public void Somebody_who_reads_every_day_has_an_episode_a_week() =>
        Assert.Equal([0L, 7, 14, 21], Episodes.Starts(Enumerable.Range(0, 25).Select(day => (long)day)));

    [Fact]
    public void One_person_adds_at_most_one_in_28_days()
    {
        var (cap, start) = (new RollingCap(TimeSpan.FromDays(28)), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal([0.7, 0.3, 0, 0.7], ((int[])[0, 3, 27, 28]).Select(day => Math.Round(cap.Add(start.AddDays(day), 0.7), 6)));
    }

    [Fact]
    public void A_few_links_change_little_and_many_move_the_curve()
    {
        Assert.Equal(0.5, Relatedness.Usual.Of(0.35), 3);
        Assert.InRange(Relatedness.Fit([(0.2, true), (0.1, false)]).Of(0.35), 0.4, 0.65);
        var fitted = Relatedness.Fit([.. Enumerable.Range(0, 500).SelectMany(_ => ((double, bool)[])[(0.2, true), (0.04, false)])]);
        Assert.True(fitted.Of(0.2) > 0.8, $"{fitted}");
        Assert.True(fitted.Of(0.04) < 0.2, $"{fitted}");
    }
}
