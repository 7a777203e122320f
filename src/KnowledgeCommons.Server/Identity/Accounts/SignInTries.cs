using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// How often a name was tried in vain, whether somebody has it or not. Five tries are free, then each makes the next one wait longer, up to a quarter of an hour. A
/// browser in which its owner has signed in before is counted by itself, so nobody else can lock them out.
/// </summary>
internal sealed class SignInTries(Database database, SiteKey key, TimeProvider time)
{
    public const int Free = 5;
    private const int MostDoublings = 10;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    /// <summary>Counts a try before it is looked at, so that many at a time are no more than one after the other. False: it has to wait, and counts for nothing.</summary>
    public Task<bool> BeginAsync(string login, string? device, CancellationToken cancel) => database.WriteAsync(async connection =>
    {
        var (who, now) = (WhoOf(login, device), time.GetUtcNow());
        await connection.ExecuteAsync("DELETE FROM sign_in_try WHERE last_at <= @before", new { before = now - Forgotten });
        var (failures, until) = await connection.QuerySingleOrDefaultAsync<(long, long)>("SELECT failures, wait_until FROM sign_in_try WHERE who = @who", new { who });
        if (until > now.ToUnixTimeMilliseconds() && until <= (now + LongestWait).ToUnixTimeMilliseconds()) return false;
        await connection.ExecuteAsync(
            """
            INSERT INTO sign_in_try (who, failures, wait_until, last_at) VALUES (@who, 1, @now, @now)
            ON CONFLICT (who) DO UPDATE SET failures = sign_in_try.failures + 1, wait_until = @wait, last_at = @now
            """, new { who, now, wait = now + WaitAfter(failures + 1) });
        return true;
    }, cancel);

    public Task SucceededAsync(string login, string? device, CancellationToken cancel) =>
        database.WriteAsync(connection => connection.ExecuteAsync("DELETE FROM sign_in_try WHERE who = @who", new { who = WhoOf(login, device) }), cancel);

    /// <summary>Somebody with a link of their own has shown who they are.</summary>
    public Task ForgetAsync(DbConnection connection, string login) => connection.ExecuteAsync("DELETE FROM sign_in_try WHERE who = @who", new { who = WhoOf(login, device: null) });

    /// <summary>What the tries for a login are stored under, in browsers that nobody has signed in with before.</summary>
    public string KeyOf(string login) => WhoOf(login, device: null);

    private static TimeSpan WaitAfter(long failures)
    {
        if (failures < Free) return TimeSpan.Zero;
        var wait = FirstWait * (1L << (int)Math.Min(failures - Free, MostDoublings));
        return wait < LongestWait ? wait : LongestWait;
    }

    private string WhoOf(string login, string? device) => key.Secret($"try {device}/{Account.LoginOf(login)}");
}
