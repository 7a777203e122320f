using FsCheck.Xunit;
using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Tests.Health.Model;

public sealed class PosteriorTests
{
    private static readonly Prior Start = new(PriorShares.Start);
    private static readonly TopicBasis Basis = new(failureRate: 0.04, notYetOdds: 0.5, pageShare: 0.47, directRate: 0.03, rateSpread: 0, placeboRate: 0.0018);

    // Reproduced to the last digit by an independent script in another language over the same lattice. What pins them down: a lattice point's prior is
    // the density at the point; the even part of the fault has its four points from 1.15 to 1.749, the grave part starts at 1.749 and is
    // weighted by the fault (its lattice is even in the logarithm); the difficulty is not.
    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0, 0.146, 1.25, 0.76, 2.66, 0.130)]
    [InlineData(100, 4, 3, 1, 2, 1, 0.050, 1.05, 0.76, 1.32, 0.046)]
    [InlineData(200, 22, 3, 4, 10, 8, 0.947, 2.84, 1.32, 4.65, 0.040)]
    [InlineData(200, 22, 3, 4, 10, 3, 0.126, 1.17, 0.87, 1.75, 0.839)]
    [InlineData(200, 22, 0, 0, 0, 0, 0.500, 1.86, 0.87, 4.05, 0.467)]
    [InlineData(1000, 40, 12, 6, 20, 9, 0.013, 1.01, 0.76, 1.32, 0.005)]
    [InlineData(1000, 70, 10, 10, 35, 22, 0.790, 1.81, 1.15, 2.66, 0.026)]
    [InlineData(50, 8, 1, 3, 4, 4, 0.929, 3.45, 1.32, 6.15, 0.049)]
    [InlineData(50, 8, 0, 12, 0, 0, 0.767, 3.10, 1.00, 6.15, 0.230)]
    public void Evidence_gives_the_reference_values(double episodes, double failed, double yes, double notYet, double reasons, double pageReasons,
        double bad, double fault, double low, double high, double hard)
    {
        var read = Read(episodes, failed, reasons, pageReasons, yes, notYet);
        Assert.Equal(bad, read.Bad, 0.005);
        Assert.Equal(fault, read.Fault, 0.006);
        Assert.Equal(low, read.FaultLow, 0.005);
        Assert.Equal(high, read.FaultHigh, 0.005);
        Assert.Equal(hard, read.Hard, 0.005);
    }

    [Property]
    public bool One_more_failure_never_makes_a_page_look_better(byte episodes, byte failed, byte reasons)
    {
        var more = Read(episodes, failed + 1, reasons, reasons / 2.0);
        return more.Bad >= Read(episodes, failed, reasons, reasons / 2.0).Bad - 1e-9;
    }

    [Property]
    public bool A_reason_that_names_the_page_weighs_more_against_it_than_one_that_does_not(byte episodes, byte failed, byte reasons, byte page)
    {
        var named = Math.Min(reasons, page);
        return Read(episodes, failed, reasons + 1, named + 1).Bad >= Read(episodes, failed, reasons + 1, named).Bad - 1e-9;
    }

    [Property]
    public bool More_readers_with_the_same_failures_never_make_a_page_look_worse(byte episodes, byte failed) =>
        Read(episodes + 50, failed, 0, 0).Bad <= Read(episodes, failed, 0, 0).Bad + 1e-9;

    [Fact]
    public void The_less_the_rate_of_a_topic_is_known_the_less_sure_its_failures_make()
    {
        double[] bad = [.. new[] { 0, 0.2, 0.4, 0.6 }.Select(spread => Posterior.Read(
            Posterior.Of(new Prior(PriorShares.Start, spread), Basis, new ContactEvidence(22, 8, 10, 7), 3, 4, dispersion: 1)).Bad)];
        Assert.Equal(bad.OrderDescending(), bad);
        Assert.True(bad[^1] < bad[0] - 0.1, $"{bad[0]:f3} against {bad[^1]:f3}");
    }

    [Fact]
    public void A_rate_from_many_failures_is_known_better_than_one_from_few()
    {
        var site = Expectation.Site(default);
        var few = Expectation.Learnt(default, site, placeboRate: 0.0018);
        var many = Expectation.Learnt(new BasisSums(400, 10_000, 1, 1, 1, 1, 1, 100), site, placeboRate: 0.0018);
        Assert.Equal(1 / Math.Sqrt(3), few.RateSpread, 9);
        Assert.Equal(1 / Math.Sqrt(403), many.RateSpread, 9);
        var priors = new Priors(PriorShares.Start);
        Assert.Same(priors.Of(many), priors.Of(many));
        Assert.NotSame(priors.Of(few), priors.Of(many));
    }

    [Property]
    public bool Probabilities_stay_probabilities_whatever_comes(ushort episodes, ushort failed, ushort yes, ushort notYet)
    {
        var read = Read(episodes, failed, failed, failed, yes, notYet);
        return read.Bad is >= 0 and <= 1 && read.Ordinary is >= 0 and <= 1 && read.Hard is >= 0 and <= 1
            && read.FaultLow <= read.FaultHigh && double.IsFinite(read.Fault);
    }

    [Fact]
    public void A_filter_over_quiet_weeks_stays_at_what_is_usual_on_the_site()
    {
        var (message, cells) = (new float[Lattice.Cells], new double[Lattice.Cells]);
        for (var week = 0; week < 500; week++) MessageFilter.Step(message, cells, Start, Basis, default, dispersion: 1);
        for (var cell = 0; cell < cells.Length; cell++) Assert.Equal(Start.Cells[cell], cells[cell], 1e-5);
    }

    [Fact]
    public void A_page_that_was_good_for_a_year_and_turns_bad_is_found_though_its_lifetime_numbers_look_fine()
    {
        var (message, cells) = (new float[Lattice.Cells], new double[Lattice.Cells]);
        for (var week = 0; week < 52; week++) MessageFilter.Step(message, cells, Start, Basis, new ContactEvidence(2, 2, 1, 0.47), dispersion: 1);
        for (var week = 0; week < 5; week++) MessageFilter.Step(message, cells, Start, Basis, new ContactEvidence(6, 2, 3, 2.4), dispersion: 1);
        var lifetime = Posterior.Of(Start, Basis, new ContactEvidence(134, 114, 67, 36.4), 0, 0, dispersion: 1);
        Assert.True(Posterior.Read(cells).Bad > 0.9);
        Assert.True(Posterior.Read(lifetime).Bad < 0.1);
    }

    private static PosteriorReading Read(double episodes, double failed, double reasons, double pageReasons, double yes = 0, double notYet = 0) =>
        Posterior.Read(Posterior.Of(Start, Basis, new ContactEvidence(failed, episodes * 0.04, reasons, pageReasons), yes, notYet, dispersion: 1));
}
