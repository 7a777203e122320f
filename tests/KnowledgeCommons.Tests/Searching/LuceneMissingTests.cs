using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Tests.Searching;

/// <summary>The usual build, which has no Lucene. With -p:SearchEngine=Lucene these tests are left out and those of the engine are there.</summary>
public sealed class LuceneMissingTests
{
    [Fact]
    public async Task Lucene_stops_the_start_of_a_build_without_it_with_one_line_that_says_how_to_get_it()
    {
        await using var site = new TestSite();
        var stopped = await Assert.ThrowsAsync<OptionsValidationException>(() => site.StartAsync("--Search:Engine=Lucene"));
        Assert.Equal(["Search:Engine must be Sqlite: this build has no Lucene; build it with -p:SearchEngine=Lucene"], stopped.Failures);
    }
}
