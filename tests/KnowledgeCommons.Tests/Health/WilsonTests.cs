using KnowledgeCommons.Server.Health;

namespace KnowledgeCommons.Tests.Health;

public sealed class WilsonTests
{
    // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998) 857-872, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_is_the_published_one(long hits, long of, double lower, double upper)
    {
        Assert.Equal(lower, Wilson.LowerBound(hits, of), precision: 4);
        Assert.Equal(upper, Wilson.UpperBound(hits, of), precision: 4);
    }

    [Theory]
    [InlineData(0, 0, 0, 1)]
    [InlineData(5, 5, 0.5655, 1)]
    public void The_ends_stay_between_nothing_and_all(long hits, long of, double lower, double upper)
    {
        Assert.Equal(lower, Wilson.LowerBound(hits, of), precision: 4);
        Assert.Equal(upper, Wilson.UpperBound(hits, of), precision: 4);
    }
}
