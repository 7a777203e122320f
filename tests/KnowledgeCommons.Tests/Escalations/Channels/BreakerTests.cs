using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Tests.Escalations.Channels;

public sealed class BreakerTests
{
    private const double Middle = 0.5;
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly Delivery Away = new Delivery.TryLater("away");

    [Fact]
    public void Five_attempts_in_vain_make_it_rest_and_each_probe_doubles_the_rest_up_to_ten_minutes()
    {
        var state = After(new ChannelRow(), 4);
        Assert.Equal(8, Breaker.MayTry(state, Now, 8));
        double[] rests = [30, 60, 120, 240, 480, 600, 600];
        var now = Now;
        foreach (var seconds in rests)
        {
            state = Breaker.After(state, Away, now, Middle);
            Assert.Equal(now.AddSeconds(seconds), state.RestUntil);
            Assert.Equal(0, Breaker.MayTry(state, now.AddSeconds(seconds - 1), 8));
            now = now.AddSeconds(seconds);
            Assert.Equal(1, Breaker.MayTry(state, now, 8));
        }
    }

    [Fact]
    public void Messages_that_were_under_way_together_count_as_one_outage() =>
        Assert.Equal(Now.AddSeconds(30), After(new ChannelRow(), 12).RestUntil);

    [Fact]
    public void One_that_gets_through_ends_the_rest()
    {
        var state = Breaker.After(After(new ChannelRow(), 5), new Delivery.Delivered(), Now, Middle);
        Assert.Equal((0L, null, Now), (state.Failures, state.RestUntil, state.LastOkAt));
        Assert.Equal(8, Breaker.MayTry(state, Now, 8));
    }

    [Fact]
    public void Who_refuses_a_message_is_there() =>
        Assert.False(Breaker.IsDown(Breaker.After(After(new ChannelRow(), 4), new Delivery.Refused("no"), Now, Middle)));

    [Theory]
    [InlineData(90, 90)]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(1_000_000, 7200)]
    public void Who_asks_to_be_left_alone_is_within_reason(int asked, int given)
    {
        var state = Breaker.After(new ChannelRow(), new Delivery.TryLater("busy", TimeSpan.FromSeconds(asked)), Now, Middle);
        Assert.Equal(Now.AddSeconds(given), state.RestUntil);
        Assert.Equal(0, Breaker.MayTry(state, Now, 8));
        Assert.Equal(8, Breaker.MayTry(state, Now.AddSeconds(given), 8));
    }

    private static ChannelRow After(ChannelRow state, int failures)
    {
        for (var failed = 0; failed < failures; failed++) state = Breaker.After(state, Away, Now, Middle);
        return state;
    }
}
