using System.Diagnostics;
using Xunit.Abstractions;

namespace KnowledgeCommons.Tests.Escalations;

/// <summary>
/// Two weeks to learn from and then the day itself, through the site's own pages, services and database, with a moved clock. The day lasts from Sunday,
/// 25 October 2026, when Berlin's clocks are set back, to the afternoon of Monday, a holiday in Berlin.
/// </summary>
public sealed class SimulatedDayTests(ITestOutputHelper output)
{
    private const int CasesBefore = 300;
    private const int CasesOfTheDay = 200;
    private static readonly DateTimeOffset Midnight = new(2026, 10, 24, 22, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Two_hundred_cases_in_three_zones_have_a_name_and_a_promise_and_each_broken_one_its_apology()
    {
        var watch = Stopwatch.StartNew();
        await using var day = await SimulatedDesk.StartAsync(Midnight.AddDays(-14));
        await day.RunAsync(CasesBefore, until: Midnight, step: TimeSpan.FromMinutes(30));
        day.Forget();
        await day.RunAsync(CasesOfTheDay, until: Midnight.AddHours(38), step: Step);
        await day.FinishAsync(Step, patience: TimeSpan.FromDays(3));

        Assert.Equal(CasesOfTheDay, day.Cases.Count);
        Assert.All(day.Cases, seen => Assert.Equal("", seen.Objections()));
        var promises = day.Cases.SelectMany(seen => seen.Apologies).ToList();
        Assert.NotEmpty(promises);
        Assert.All(promises, apology => Assert.InRange(apology.At - apology.Missed, TimeSpan.Zero, Minute));
        Assert.Empty(day.Cases.SelectMany(seen => seen.Unexcused));
        Assert.True(day.Cases.Select(seen => seen.Zone).Distinct().Count() >= 3);
        var kept = day.Cases.Count(seen => seen.KeptTheFirst) / (double)CasesOfTheDay;
        output.WriteLine($"Kept {kept:P1} of {CasesOfTheDay} first promises; {promises.Count} apologies, the latest {promises.Max(apology => apology.At - apology.Missed).TotalSeconds:0} s "
            + $"after its promise; passed on {day.Cases.Count(seen => seen.WasPassedOn)}; {watch.Elapsed.TotalSeconds:0.0} s.");
        Assert.InRange(kept, 0.75, 0.90);
    }
}
