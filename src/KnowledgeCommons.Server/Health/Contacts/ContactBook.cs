using System.Data.Common;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>The tickets from elsewhere. Keeping one again changes nothing unless it says something else.</summary>
internal sealed class ContactBook(Database database, TimeProvider time)
{
    // The words of a ticket that says the same stay dropped once they were.
    private const string Upsert =
        """
        INSERT INTO contact (source, id, person, at, subject, text, topic, article, solved_by, reason, repeat_of, closed_at, is_staff, fingerprint, version, received_at)
        VALUES (@source, @id, @person, @at, @subject, @text, @topic, @article, @solvedBy, @reason, @repeatOf, @closedAt, @isStaff, @fingerprint, 1, @now)
        ON CONFLICT (source, id) DO UPDATE SET person = excluded.person, at = excluded.at, subject = excluded.subject, text = excluded.text,
            topic = excluded.topic, article = excluded.article, solved_by = excluded.solved_by, reason = excluded.reason, repeat_of = excluded.repeat_of,
            closed_at = excluded.closed_at, is_staff = excluded.is_staff, fingerprint = excluded.fingerprint, version = contact.version + 1, attributed_at = NULL
        WHERE contact.fingerprint <> excluded.fingerprint
        RETURNING version
        """;

    private static readonly string[] Names =
    [
        "@source", "@id", "@person", "@at", "@subject", "@text", "@topic", "@article", "@solvedBy", "@reason", "@repeatOf", "@closedAt", "@isStaff", "@fingerprint", "@now"
    ];

    /// <summary>Keeps them in one transaction; on disk when it returns.</summary>
    public Task<KeptContacts> KeepAsync(IReadOnlyList<Contact> contacts, CancellationToken cancel) => database.WriteAsync(async connection =>
    {
        await using var command = Prepare(connection);
        var kept = new KeptContacts(0, 0, 0);
        foreach (var contact in contacts) kept += await KeepAsync(command, contact, cancel);
        return kept;
    }, cancel);

    private async Task<KeptContacts> KeepAsync(DbCommand command, Contact contact, CancellationToken cancel)
    {
        Fill(command,
        [
            contact.Source, contact.Id, contact.Person, contact.At.ToUnixTimeMilliseconds(), contact.Subject, contact.Text, contact.Topic, contact.Article, contact.SolvedBy,
            contact.Reason, contact.RepeatOf, contact.ClosedAt?.ToUnixTimeMilliseconds(), contact.IsStaff ? 1L : 0L, contact.Fingerprint(), time.GetUtcNow().ToUnixTimeMilliseconds()
        ]);
        return await command.ExecuteScalarAsync(cancel) switch
        {
            null or DBNull => new KeptContacts(0, 0, 1),
            1L => new KeptContacts(1, 0, 0),
            _ => new KeptContacts(0, 1, 0)
        };
    }

    // Thousands of rows in one transaction: one prepared statement, filled again and again.
    private static DbCommand Prepare(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Upsert;
        foreach (var name in Names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static void Fill(DbCommand command, ReadOnlySpan<object?> values)
    {
        for (var place = 0; place < values.Length; place++) command.Parameters[place].Value = values[place] ?? DBNull.Value;
    }
}
