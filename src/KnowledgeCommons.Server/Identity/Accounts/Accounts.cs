using System.Buffers.Text;
using System.Security.Cryptography;
using Dapper;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Identity;

/// <summary>The people who sign in with a password. Accounts are made by an operator (kc user), passwords by their owners.</summary>
internal sealed class Accounts(Database database, Sessions sessions, SignInTries tries, TimeProvider time)
{
    private const int TokenBytes = 24;

    public Task<Account?> FindAsync(string login, CancellationToken cancel) => database.ReadAsync(connection =>
        connection.QuerySingleOrDefaultAsync<Account>("SELECT * FROM account WHERE login = @login", new { login = Account.LoginOf(login) }), cancel);

    public async Task<IReadOnlyList<Account>> AllAsync(CancellationToken cancel) =>
        (await database.ReadAsync(connection => connection.QueryAsync<Account>("SELECT * FROM account ORDER BY login"), cancel)).AsList();

    /// <summary>False when somebody has this login.</summary>
    public async Task<bool> AddAsync(string login, string? name, IEnumerable<string> groups, CancellationToken cancel) =>
        await database.WriteAsync(connection => connection.ExecuteAsync(
            """
            INSERT INTO account (id, login, name, groups, created_at) VALUES (@id, @login, @name, @groups, @now)
            ON CONFLICT (login) DO NOTHING
            """,
            new { id = Guid.CreateVersion7(time.GetUtcNow()).ToString(), login = Account.LoginOf(login), name, groups = Account.Joined(groups), now = time.GetUtcNow() }), cancel) > 0;

    /// <summary>Whoever is disabled is signed out everywhere within seconds, and links that were sent to them are void.</summary>
    public Task DisableAsync(Account account, CancellationToken cancel) => database.WriteAsync(async connection =>
    {
        await connection.ExecuteAsync("UPDATE account SET disabled_at = @now WHERE id = @Id", new { now = time.GetUtcNow(), account.Id });
        await connection.ExecuteAsync("DELETE FROM account_link WHERE account = @Id", new { account.Id });
        await sessions.EndAllAsync(connection, account.Id);
    }, cancel);

    public Task EnableAsync(Account account, CancellationToken cancel) =>
        database.WriteAsync(connection => connection.ExecuteAsync("UPDATE account SET disabled_at = NULL WHERE id = @Id", new { account.Id }), cancel);

    /// <summary>Groups count from the next sign-in on, so everybody with new ones signs in again.</summary>
    public Task SetGroupsAsync(Account account, IEnumerable<string> groups, CancellationToken cancel) => database.WriteAsync(async connection =>
    {
        await connection.ExecuteAsync("UPDATE account SET groups = @groups WHERE id = @Id", new { groups = Account.Joined(groups), account.Id });
        await sessions.EndAllAsync(connection, account.Id);
    }, cancel);

    /// <summary>A path that lets its owner choose a password, once; earlier ones are void. <paramref name="forget"/>: the old password is, too.</summary>
    public async Task<string> LinkAsync(Account account, TimeSpan lifetime, bool forget, CancellationToken cancel)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        await database.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync("DELETE FROM account_link WHERE account = @Id", new { account.Id });
            await connection.ExecuteAsync("INSERT INTO account_link (token, account, expires_at) VALUES (@hash, @Id, @until)",
                new { hash = ReceiptToken.HashOf(token), account.Id, until = time.GetUtcNow() + lifetime });
            if (!forget) return;
            await connection.ExecuteAsync("UPDATE account SET password = NULL WHERE id = @Id", new { account.Id });
            await sessions.EndAllAsync(connection, account.Id);
        }, cancel);
        return PasswordEndpoints.Url + token;
    }

    /// <summary>Whose link it is; null when it was used, is too old, or never was one.</summary>
    public Task<Account?> OfLinkAsync(string token, CancellationToken cancel) => database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<Account>(
        """
        SELECT account.* FROM account_link JOIN account ON account.id = account_link.account
        WHERE account_link.token = @hash AND account_link.expires_at > @now AND account.disabled_at IS NULL
        """, new { hash = ReceiptToken.HashOf(token), now = time.GetUtcNow() }), cancel);

    /// <summary>Uses a link up. False when somebody else did meanwhile.</summary>
    public async Task<bool> ChooseAsync(string token, Account account, string password, CancellationToken cancel)
    {
        var hash = PasswordHash.Of(password);
        return await database.WriteAsync(async connection =>
        {
            if (await connection.ExecuteAsync("DELETE FROM account_link WHERE token = @token", new { token = ReceiptToken.HashOf(token) }) == 0) return false;
            await connection.ExecuteAsync("UPDATE account SET password = @hash WHERE id = @Id", new { hash, account.Id });
            await sessions.EndAllAsync(connection, account.Id);
            await tries.ForgetAsync(connection, account.Login);
            return true;
        }, cancel);
    }

    /// <summary>The account, when login and password fit and it is not disabled. It takes as long when they do not.</summary>
    public async Task<Account?> CheckAsync(string login, string password, CancellationToken cancel)
    {
        var account = await FindAsync(login, cancel);
        var typed = password.Length > PasswordRule.Longest ? "" : password;
        if (!PasswordHash.Fits(typed, account?.Password) || account is null || account.DisabledAt is not null) return null;
        if (account.Password is { } stored && PasswordHash.IsOld(stored))
            await database.WriteAsync(connection => connection.ExecuteAsync("UPDATE account SET password = @hash WHERE id = @Id AND password = @stored",
                new { hash = PasswordHash.Of(typed), account.Id, stored }), cancel);
        return account;
    }
}
