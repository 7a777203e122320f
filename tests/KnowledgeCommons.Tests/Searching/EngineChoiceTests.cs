using KnowledgeCommons.Server.Searching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Tests.Searching;

public sealed class EngineChoiceTests
{
    [Theory]
    [InlineData("Elastic")]
    [InlineData("sqlite")]
    [InlineData("")]
    public async Task An_engine_that_does_not_exist_stops_the_start_with_one_line(string name)
    {
        await using var site = new TestSite();
        var stopped = await Assert.ThrowsAsync<OptionsValidationException>(() => site.StartAsync($"--Search:Engine={name}"));
        Assert.Equal([$"Search:Engine must be {string.Join(" or ", SearchEngines.Names)}"], stopped.Failures);
    }

    [Fact]
    public async Task Without_a_choice_SQLite_answers()
    {
        await using var site = await new TestSite().StartAsync();
        Assert.IsType<SqliteSearchEngine>(site.Services.GetRequiredService<ISearchEngine>());
    }
}
