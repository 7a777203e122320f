using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Tests.Escalations.Channels;

/// <summary>
/// A ticket system that is down for ten minutes while the server is killed again and again: nothing is lost, and nothing is opened twice. The server's
/// clock runs thirty times as fast as the machine's, so that ten of its minutes take twenty seconds; its back-off, leases and time-outs are as always.
/// </summary>
public sealed class OutageTests : IDisposable
{
    private const int Cases = 1000;
    private const double Speed = 30;
    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(10) / Speed;
    private readonly string _root = Directory.CreateTempSubdirectory("kc-outage-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_thousand_cases_through_an_outage_and_three_kills_are_each_opened_exactly_once()
    {
        Directory.CreateDirectory(Path.Combine(_root, "articles"));
        await File.WriteAllTextAsync(Path.Combine(_root, "articles", "vpn.md"), "# The VPN says 809\n\nText.");
        var tickets = new Tickets();
        await using var zendesk = await new FakeSystem(tickets.Answer).StartAsync();

        // It takes what it is told and dies before it answers; and the server dies while cases arrive.
        zendesk.Always = Trouble.TakesAndDrops;
        var since = Stopwatch.GetTimestamp();
        await AskAndKillAsync(zendesk, from: 0, () => tickets.Count > 0);
        zendesk.Always = Trouble.Fails;
        await AskAndKillAsync(zendesk, from: Cases / 2, () => true);

        await using (var third = await StartAsync(zendesk))
        {
            foreach (var trouble in (Trouble[])[Trouble.Html, Trouble.Drops, Trouble.Busy])
            {
                zendesk.Always = trouble;
                await Task.Delay((Outage - Stopwatch.GetElapsedTime(since)) is { Ticks: > 0 } rest ? rest / 2 : TimeSpan.Zero);
            }
            if (Outage - Stopwatch.GetElapsedTime(since) is { Ticks: > 0 } last) await Task.Delay(last);
            Assert.Equal(Cases, await CountAsync("SELECT COUNT(*) FROM help_case"));
            Assert.True(tickets.Count < Cases / 2, $"{tickets.Count} tickets were opened while it was down.");
            // It is back; and the server dies with tickets under way.
            zendesk.Always = null;
            await UntilAsync(() => tickets.Count > Cases / 2);
            await third.KillAsync();
        }
        Assert.True(await CountAsync("SELECT COUNT(*) FROM outbox WHERE state = 'delivered'") < Cases);

        await using var fourth = await StartAsync(zendesk);
        await UntilAsync(() => Count("SELECT COUNT(*) FROM outbox WHERE state = 'delivered'") == Cases);
        Assert.Equal(Cases, await CountAsync("SELECT COUNT(DISTINCT problem) FROM help_case"));
        Assert.Equal(Cases, tickets.Count);
        Assert.Equal(Cases, tickets.Cases.Distinct().Count());
        Assert.Equal(Cases, await CountAsync("SELECT COUNT(DISTINCT ticket) FROM help_case c JOIN case_ticket t ON t.case_id = c.id"));
        Assert.Equal(HttpStatusCode.OK, (await fourth.Client.GetAsync($"/desk/cases/{Cases}")).StatusCode);
    }

    // Half of the cases; the server is killed in the middle of them and started again, and whoever got no answer sends the form once more.
    private async Task AskAndKillAsync(FakeSystem zendesk, int from, Func<bool> mayDie)
    {
        var missed = new ConcurrentBag<int>();
        await using (var server = await StartAsync(zendesk))
        {
            var asking = AskAsync(server, Enumerable.Range(from, Cases / 2), missed);
            await UntilAsync(() => mayDie() && Count("SELECT COUNT(*) FROM help_case") > from + (Cases / 8));
            await server.KillAsync();
            await asking;
        }
        Assert.NotEmpty(missed);
        var never = new ConcurrentBag<int>();
        await using var again = await StartAsync(zendesk);
        await AskAsync(again, missed, never);
        Assert.Empty(never);
    }

    private static Task AskAsync(OwnProcess server, IEnumerable<int> numbers, ConcurrentBag<int> missed) => Parallel.ForEachAsync(
        numbers, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, cancel) =>
        {
            try
            {
                using var form = new FormUrlEncodedContent([new("problem", $"Problem {number}"), new("article", "vpn"), new("form", $"form-{number:D17}")]);
                using var answer = await server.Client.PostAsync("/help", form, cancel);
                Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            }
            catch (HttpRequestException)
            {
                missed.Add(number);
            }
        });

    private Task<OwnProcess> StartAsync(FakeSystem zendesk) => OwnProcess.StartAsync(
        _root, Speed, "--Outbox:DailyCheck=false", "--Channels:zendesk:Kind=zendesk", $"--Channels:zendesk:Url={zendesk.Url}",
        "--Channels:zendesk:User=x", "--Channels:zendesk:Token=x", "--Channels:zendesk:Timeout=00:00:30");

    private static Task UntilAsync(Func<bool> happened) => Tests.Eventually.HoldsAsync(() => Task.FromResult(happened()), TimeSpan.FromMinutes(2));

    private Task<long> CountAsync(string sql) => Task.FromResult(Count(sql));

    private long Count(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_root, "data", "knowledge-commons.db")};Pooling=False;Mode=ReadOnly");
        connection.Open();
        return connection.ExecuteScalar<long>(sql);
    }

    /// <summary>As Zendesk keeps them: the same key is the same ticket. It finds none by our id, as if its list were always late: only the key saves us.</summary>
    private sealed class Tickets
    {
        private readonly ConcurrentDictionary<string, (int Id, string Case)> _byKey = new();

        public int Count => _byKey.Count;

        public IEnumerable<string> Cases => _byKey.Values.Select(ticket => ticket.Case);

        public string Answer(Call call)
        {
            if (call.Method == "GET") return "{\"tickets\":[]}";
            lock (_byKey)
            {
                var ticket = _byKey.GetOrAdd(call.Header("Idempotency-Key"), _ => (_byKey.Count + 1, (string?)call.Json!["ticket"]!["external_id"] ?? ""));
                return new JsonObject { ["ticket"] = new JsonObject { ["id"] = ticket.Id } }.ToJsonString();
            }
        }
    }
}
