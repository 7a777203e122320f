using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Dapper;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Escalations.Channels;

/// <summary>A ticket system that is away while the server stops hard: nothing is lost, and nothing is opened twice.</summary>
public sealed class OutageTests
{
    private const int Cases = 1000;
    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task A_thousand_cases_through_an_outage_and_three_hard_stops_are_each_opened_exactly_once()
    {
        var tickets = new ConcurrentDictionary<string, int>();
        await using var zendesk = await new FakeSystem(call => Answer(call, tickets)).StartAsync();
        await using var site = await HelpSite.StartAsync(
            "--Outbox:DailyCheck=false", "--Channels:zendesk:Kind=zendesk", $"--Channels:zendesk:Url={zendesk.Url}", "--Channels:zendesk:User=x", "--Channels:zendesk:Token=x");
        var began = site.Time.GetUtcNow();

        // It takes the first calls and dies before it answers; then it is down, in one way after the other.
        zendesk.Always = Trouble.TakesAndDrops;
        Trouble[] afterwards = [Trouble.Fails, Trouble.Html, Trouble.Drops, Trouble.Busy];
        for (var quarter = 0; quarter < afterwards.Length; quarter++)
        {
            await AskAsync(site, Cases / 4, quarter);
            site.Time.Advance(Outage / 4);
            if (quarter == 0) await Eventually.TrueAsync(() => !tickets.IsEmpty, site.Time, TimeSpan.FromSeconds(1));
            if (quarter < 3) await site.KillAsync();
            zendesk.Always = afterwards[quarter];
            if (quarter < 3) await site.StartAgainAsync();
        }
        Assert.True(site.Time.GetUtcNow() - began >= Outage);
        Assert.Equal(Cases, await CountAsync(site, "SELECT COUNT(*) FROM help_case"));
        Assert.True(await CountAsync(site, "SELECT COUNT(*) FROM outbox WHERE state = 'delivered'") < Cases);

        zendesk.Always = null;
        await Eventually.TrueAsync(
            async () => await CountAsync(site, "SELECT COUNT(*) FROM outbox WHERE state = 'delivered'") == Cases, site.Time, TimeSpan.FromSeconds(20));
        Assert.Equal(Cases, tickets.Count);
        Assert.Equal(Cases, await CountAsync(site, "SELECT COUNT(DISTINCT ticket) FROM case_ticket"));
        Assert.Equal(Cases, await CountAsync(site, "SELECT COUNT(*) FROM help_case c JOIN case_ticket t ON t.case_id = c.id"));
    }

    // As Zendesk does: the same key is the same ticket. It finds none by our id, as if its list were always late: only the key saves us.
    private static string Answer(Call call, ConcurrentDictionary<string, int> tickets)
    {
        if (call.Method == "GET") return "{\"tickets\":[]}";
        var key = call.Header("Idempotency-Key");
        lock (tickets) return new JsonObject { ["ticket"] = new JsonObject { ["id"] = tickets.GetOrAdd(key, _ => tickets.Count + 1) } }.ToJsonString();
    }

    private static Task AskAsync(TestSite site, int count, int batch) => Parallel.ForEachAsync(
        Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
            await site.Client.AskAsync(("problem", $"Problem {batch}-{number}"), ("article", HelpSite.Vpn)));

    private static Task<long> CountAsync(TestSite site, string sql) =>
        site.Services.GetRequiredService<Database>().ReadAsync(connection => connection.ExecuteScalarAsync<long>(sql), CancellationToken.None);
}
