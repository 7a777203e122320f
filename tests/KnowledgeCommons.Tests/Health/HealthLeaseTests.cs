using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Health;

public sealed class HealthLeaseTests
{
    [Fact]
    public async Task Of_two_servers_one_does_the_work_and_the_other_takes_over_when_it_has_gone()
    {
        await using var site = await new TestSite().StartAsync();
        await site.Services.GetRequiredService<HealthRefresh>().StopAsync(CancellationToken.None);
        var database = site.Services.GetRequiredService<Database>();
        var (one, other) = (new HealthLease(database, site.Time), new HealthLease(database, site.Time));
        Assert.True(await one.HoldAsync(CancellationToken.None));
        Assert.False(await other.HoldAsync(CancellationToken.None));
        Assert.True(await one.HoldAsync(CancellationToken.None));
        site.Time.Advance(TimeSpan.FromMinutes(5.1));
        Assert.True(await other.HoldAsync(CancellationToken.None));
        await other.ReleaseAsync(CancellationToken.None);
        Assert.True(await one.HoldAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_lease_from_before_a_clock_was_set_back_holds_nobody_up()
    {
        await using var site = await new TestSite().StartAsync();
        await site.Services.GetRequiredService<HealthRefresh>().StopAsync(CancellationToken.None);
        var database = site.Services.GetRequiredService<Database>();
        var fast = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(site.Time.GetUtcNow().AddYears(1));
        Assert.True(await new HealthLease(database, fast).HoldAsync(CancellationToken.None));
        Assert.True(await new HealthLease(database, site.Time).HoldAsync(CancellationToken.None));
    }
}
