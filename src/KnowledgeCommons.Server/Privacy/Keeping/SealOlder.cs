using Dapper;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>At the start: encrypts the addresses that were given before addresses were encrypted. It finds nothing from the second start on.</summary>
internal sealed class SealOlder(Database database, Addresses addresses, PersonKeys people, SealedNotices notices) : IHostedService
{
    private const int PerWrite = 200;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var found = await AllAsync(
            "SELECT id, contact FROM help_case WHERE contact NOT LIKE 'sealed:%' LIMIT @PerWrite",
            "UPDATE help_case SET contact = @Sealed WHERE id = @Id", cancellationToken);
        found |= await AllAsync(
            "SELECT token_hash AS Id, contact FROM hear_back WHERE contact NOT LIKE 'sealed:%' LIMIT @PerWrite",
            "UPDATE hear_back SET contact = @Sealed WHERE token_hash = @Id", cancellationToken);
        found |= await AllAsync(
            "SELECT issue AS Id, reader, contact FROM known_issue_affected WHERE contact NOT LIKE 'sealed:%' LIMIT @PerWrite",
            "UPDATE known_issue_affected SET contact = @Sealed, contact_hash = @Hash WHERE issue = @Id AND reader = @Reader", cancellationToken);
        found |= await AllAsync(
            "SELECT id, words AS contact FROM case_event WHERE kind = 'call-me' AND words NOT LIKE '…%' LIMIT @PerWrite",
            "UPDATE case_event SET words = @Ending WHERE id = @Id", cancellationToken);
        found |= await AllAsync(
            """SELECT id, channel AS Reader, payload AS contact FROM outbox WHERE payload LIKE '%"Audience":1,%' AND payload NOT LIKE '%"Address":"sealed:%' LIMIT @PerWrite""",
            "UPDATE outbox SET payload = @Payload, idempotency_key = @Key WHERE id = @Id", cancellationToken);
        if (found) await database.TidyAsync(cancellationToken, rewritten: true);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> AllAsync(string find, string keep, CancellationToken cancel)
    {
        for (var found = false; ; found = true)
        {
            var some = await database.ReadAsync(async connection => (await connection.QueryAsync<Row>(find, new { PerWrite })).AsList(), cancel);
            if (some.Count == 0) return found;
            await database.WriteAsync(connection => connection.ExecuteAsync(keep, some.Select(ParametersOf)), cancel);
        }
    }

    private object ParametersOf(Row row)
    {
        var notice = row.Contact.StartsWith('{') ? Notice.FromJson(row.Contact) : null;
        return new
        {
            row.Id,
            row.Reader,
            Sealed = addresses.Seal(row.Contact),
            Hash = people.HashOf(row.Contact),
            Ending = ContactAddress.Ending(row.Contact),
            Payload = notice is null ? null : notices.Seal(notice).ToJson(),
            Key = notice is null ? null : notices.KeyOf(row.Reader, notice)
        };
    }

    private sealed record Row
    {
        public string Id { get; init; } = "";
        public string Reader { get; init; } = "";
        public string Contact { get; init; } = "";
    }
}
