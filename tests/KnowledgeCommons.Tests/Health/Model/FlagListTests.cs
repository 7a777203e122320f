using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Tests.Health.Model;

public sealed class FlagListTests
{
    [Fact]
    public void The_surest_are_flagged_first_and_the_list_on_average_is_wrong_rarely_enough()
    {
        var allowed = Allowed(0.02, 0.03, 0.14, 0.16, 0.5);
        Assert.Equal([0, 1, 2, 3], allowed.Order());
    }

    [Fact]
    public void A_single_page_is_flagged_only_when_it_is_itself_sure_enough()
    {
        Assert.Empty(Allowed(0.13));
        Assert.Single(Allowed(0.11));
    }

    [Fact]
    public void A_page_without_enough_people_or_weeks_takes_no_place_on_the_list()
    {
        Assert.Empty(FlagList.MayBeFlagged([(0, Wrong(0.01) with { FailedPeople = 3.9 }, -4)], 0.10));
        Assert.Empty(FlagList.MayBeFlagged([(0, Wrong(0.01) with { WeeksWithFailures = 2.9 }, -4)], 0.10));
        Assert.Empty(FlagList.MayBeFlagged([(0, Wrong(0.01) with { Weeks = 3 }, -4)], 0.10));
        Assert.Empty(FlagList.MayBeFlagged([(0, Wrong(0.01) with { ExcessPerWeek = 0.03 }, -4)], 0.10));
    }

    [Theory]
    [InlineData(0.15, 0.8, 2)]
    [InlineData(0.15, 1.1, 3)]
    [InlineData(0.01, 1.1, 1)]
    [InlineData(0.01, 2.0, 3)]
    public void A_page_is_flagged_after_some_weeks_the_fewer_the_surer_it_is_and_the_less_weeks_vary(double wrong, double dispersion, int after)
    {
        var (logOdds, weeks) = (FlagList.Start, 0);
        for (; FlagList.MayBeFlagged([(0, Wrong(0.01), logOdds), (1, Wrong(0.01), -9)], 0.10).Count < 2; weeks++)
            logOdds = FlagList.Follow(logOdds, Wrong(wrong), dispersion);
        Assert.Equal(after, weeks);
    }

    private static HashSet<int> Allowed(params double[] wrong) =>
        FlagList.MayBeFlagged(wrong.Select((chance, article) => (article, Wrong(chance), Math.Log(chance / (1 - chance)))), falseFlags: 0.10);

    private static ArticleEstimate Wrong(double chance) => Estimates.Of(0.8) with { Ordinary = 0.8 * chance, Grave = 0.8 * (1 - chance) };
}
