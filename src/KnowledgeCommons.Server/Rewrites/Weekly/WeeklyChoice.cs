using Dapper;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>Whether somebody wants the mail of the week, and the secret by which whoever reads it can end it or have it again.</summary>
internal sealed class WeeklyChoice(Database database, SiteKey key, PublishedLibrary published, TimeProvider time)
{
    public const string Route = "/receipts/{token:regex(^w[A-Za-z0-9_-]{{22}}$)}";

    public ReceiptToken TokenOf(string person) => new('w' + key.Secret("weekly:" + person));

    /// <summary>Whose secret it is; null for nobody's.</summary>
    public Person? Find(string token) => published.People.ByKey.Values.FirstOrDefault(person => TokenOf(person.Key).Value == token);

    /// <summary>The keys of all who want none.</summary>
    public Task<HashSet<string>> OffAsync(CancellationToken cancel) => database.ReadAsync(
        async connection => (await connection.QueryAsync<string>("SELECT owner FROM rewrite_mail_off")).ToHashSet(), cancel);

    public Task ChooseAsync(Person person, bool wants, CancellationToken cancel) => database.WriteAsync(connection => connection.ExecuteAsync(
        wants ? "DELETE FROM rewrite_mail_off WHERE owner = @Key" : "INSERT INTO rewrite_mail_off (owner, at) VALUES (@Key, @now) ON CONFLICT DO NOTHING",
        new { person.Key, now = time.GetUtcNow() }), cancel);
}
