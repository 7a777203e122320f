using KnowledgeCommons.Server.Health;

namespace KnowledgeCommons.Tests.Health.Report;

public sealed class FunnelTests
{
    [Fact]
    public void Limits_are_so_wide_that_an_ordinary_article_lies_within_them_as_often_as_they_say()
    {
        const int episodes = 200;
        const double share = 0.04;
        var limits = FunnelLimits.At(episodes, share);
        Assert.InRange(Within(episodes, share, limits.Low, limits.High), 0.93, 0.975);
        Assert.InRange(Within(episodes, share, limits.FarLow, limits.FarHigh), 0.995, 0.9995);
        Assert.True(limits.FarLow <= limits.Low && limits.Low < share && share < limits.High && limits.High < limits.FarHigh);
    }

    [Fact]
    public void An_interpolated_quantile_lies_between_the_counts_around_it()
    {
        // P(R ≤ 1) = 0.5 exactly for 3 tries at one half: nothing is left to interpolate.
        Assert.Equal(1, CountQuantile.Binomial(0.5, 3, 0.5), 9);
        // P(R ≤ 1) = 0.5, P(R ≤ 2) = 0.875: half way between them lies half way between 1 and 2.
        Assert.Equal(1.5, CountQuantile.Binomial(0.6875, 3, 0.5), 9);
        // P(R ≤ 9) = 0.458 and P(R ≤ 10) = 0.583 around a mean of 10.
        Assert.Equal(9.336, CountQuantile.Poisson(0.5, 10), 3);
    }

    [Theory]
    [InlineData(50_000, 0.04)]
    [InlineData(1, 0.5)]
    [InlineData(7, 0)]
    [InlineData(7, 1)]
    public void Limits_exist_for_every_size_and_share(int episodes, double share)
    {
        var limits = FunnelLimits.At(episodes, share);
        Assert.All((double[])[limits.FarLow, limits.Low, limits.High, limits.FarHigh], limit => Assert.InRange(limit, 0, 1));
        Assert.InRange(share, limits.FarLow, limits.FarHigh);
    }

    [Fact]
    public void Many_readers_narrow_the_funnel()
    {
        Assert.True(FunnelLimits.At(2000, 0.04).High < FunnelLimits.At(200, 0.04).High);
        Assert.True(FunnelLimits.At(2000, 0.04).Low > FunnelLimits.At(200, 0.04).Low);
    }

    [Fact]
    public void A_topic_that_nobody_read_has_an_empty_funnel_and_unread_articles_are_left_out()
    {
        Assert.Empty(Funnel.Of([new FunnelPlace("a", 0, 0)], "a").Limits);
        var funnel = Funnel.Of([new FunnelPlace("b", 100, 10), new FunnelPlace("a", 300, 10), new FunnelPlace("c", 0, 0)], "c");
        Assert.Equal(["b", "a"], funnel.Places.Select(place => place.Article));
        Assert.Equal(0.05, funnel.Share, 9);
        Assert.True(funnel.Limits[0].Episodes <= 100 && funnel.Limits[^1].Episodes >= 300);
    }

    [Fact]
    public void An_article_is_compared_with_the_others_and_not_with_itself()
    {
        FunnelPlace[] places = [new("bad", 10_000, 3000), new("a", 300, 12), new("b", 100, 4)];
        Assert.Equal(0.04, Funnel.Of(places, "bad").Share, 9);
        Assert.Equal(0.3, Funnel.Of(places[..1], "bad").Share, 9);
    }

    [Fact]
    public void Nine_weeks_of_ten_lie_in_the_band_of_a_week_and_a_quiet_week_has_none()
    {
        Assert.Null(WeekBand.Of(0, 0));
        var (low, high) = WeekBand.Of(100, 8) ?? default;
        Assert.InRange(low, 0.03, 0.05);
        Assert.InRange(high, 0.12, 0.14);
        Assert.True((WeekBand.Of(100, 8, dispersion: 2) ?? default).High > high);
    }

    // The chance of a share between the two, by adding up all counts.
    private static double Within(int tries, double chance, double low, double high)
    {
        var (sum, one) = (0.0, Math.Pow(1 - chance, tries));
        for (var hits = 0; hits <= tries; hits++)
        {
            if ((double)hits / tries >= low && (double)hits / tries <= high) sum += one;
            one *= (tries - hits) / (hits + 1.0) * chance / (1 - chance);
        }
        return sum;
    }
}
