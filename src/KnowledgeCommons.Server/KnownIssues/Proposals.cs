using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.KnownIssues;

/// <summary>Proposes known issues to whoever is on duty: each subject once in twelve hours, however it grows.</summary>
internal sealed class Proposals(Database database, INewsCarrier carrier, TimeProvider time)
{
    private static readonly TimeSpan Once = TimeSpan.FromHours(12);

    /// <summary>Tells whoever is on duty that so many people are in trouble with these words; does nothing when that was told lately.</summary>
    public async Task AddAsync(IReadOnlyList<string> words, int people, double usual, CancellationToken cancel)
    {
        var isNew = await database.WriteAsync(async connection =>
        {
            if ((await LatelyAsync(connection)).Any(proposal => proposal.IsAbout(words))) return false;
            var now = time.GetUtcNow();
            var proposal = new KnownIssueProposal { Id = Guid.CreateVersion7(now).ToString(), At = now, Words = string.Join(' ', words), People = people, Usual = usual };
            await connection.ExecuteAsync(
                "INSERT INTO known_issue_proposal (id, at, words, people, usual, told) VALUES (@Id, @At, @Words, @People, @Usual, @Told)",
                proposal with { Told = await carrier.ProposeAsync(connection, proposal.Id) });
            return true;
        }, cancel);
        if (isNew) carrier.Wake();
    }

    /// <summary>What was proposed within the last twelve hours, newest first.</summary>
    public Task<IReadOnlyList<KnownIssueProposal>> LatelyAsync(CancellationToken cancel) => database.ReadAsync(LatelyAsync, cancel);

    /// <summary>Null when there is none with this id.</summary>
    public static Task<KnownIssueProposal?> FindAsync(DbConnection connection, string id) =>
        connection.QuerySingleOrDefaultAsync<KnownIssueProposal>("SELECT * FROM known_issue_proposal WHERE id = @id", new { id });

    private async Task<IReadOnlyList<KnownIssueProposal>> LatelyAsync(DbConnection connection) => (await connection.QueryAsync<KnownIssueProposal>(
        "SELECT * FROM known_issue_proposal WHERE at > @since ORDER BY at DESC", new { since = time.GetUtcNow() - Once })).AsList();
}
