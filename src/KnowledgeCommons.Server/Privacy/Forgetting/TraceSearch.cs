using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>
/// Finds what is kept of a person by the mail address, phone number, staff id or login that they are known by: by keyed hashes, and by opening the few addresses that
/// wait for an answer.
/// </summary>
internal sealed class TraceSearch(Database database, PersonKeys people, Addresses addresses, SealedNotices notices, Accounts accounts, Sessions sessions, SignInTries tries, TimeProvider time)
{
    // Shorter words may be anybody's.
    private const int ShortestSentence = 20;
    private const int LongestMark = 60;

    public async Task<Traces> OfAsync(string person, CancellationToken cancel)
    {
        var account = await accounts.FindAsync(person, cancel);
        string[] hashes = [people.HashOf(person)];
        string[] keys = account is null ? [person] : [person, account.Id];
        return await database.ReadAsync(async connection =>
        {
            var (cases, readers) = await CasesAsync(connection, hashes);
            var known = new Traces
            {
                Hashes = hashes,
                Readers = readers,
                Cases = cases,
                Accounts = account is null ? [] : [account.Id],
                Sessions = [.. keys.Select(sessions.KeyOf)],
                Tries = [tries.KeyOf(person)],
                Links = await LinksAsync(connection, hashes),
                Messages = await MessagesAsync(connection, hashes, cases),
                Now = time.GetUtcNow()
            };
            return known with { Files = await FilesAsync(connection, known), Marks = [.. await MarksAsync(connection, known, person, account)] };
        }, cancel);
    }

    // Whoever asked in the same browser without giving an address is the same person.
    private static async Task<(List<string> Cases, List<string> Readers)> CasesAsync(DbConnection connection, IReadOnlyList<string> hashes)
    {
        var given = (await connection.QueryAsync<(string Reader, string? Person)>("SELECT reader, person FROM help_case WHERE contact_hash IN @hashes", new { hashes })).ToList();
        var affected = await connection.QueryAsync<string>("SELECT reader FROM known_issue_affected WHERE contact_hash IN @hashes", new { hashes });
        var readers = given.Select(row => row.Reader).Concat(given.Select(row => row.Person).OfType<string>()).Concat(affected)
            .Where(reader => !reader.StartsWith(KeptTable.Gone, StringComparison.Ordinal)).Distinct().ToList();
        var cases = await connection.QueryAsync<string>("SELECT id FROM help_case WHERE contact_hash IN @hashes OR reader IN @readers", new { hashes, readers });
        return (cases.AsList(), readers);
    }

    private async Task<List<string>> LinksAsync(DbConnection connection, string[] hashes) =>
        [.. (await connection.QueryAsync<(string Link, string Stored)>("SELECT token_hash, contact FROM hear_back")).Where(row => IsTheirs(addresses.Open(new SealedAddress(row.Stored)), hashes)).Select(row => row.Link)];

    private async Task<List<string>> MessagesAsync(DbConnection connection, string[] hashes, IReadOnlyList<string> cases)
    {
        var rows = await connection.QueryAsync<(string Id, string Payload)>("SELECT id, payload FROM outbox");
        return [.. from row in rows let notice = notices.Open(Notice.FromJson(row.Payload)) where cases.Contains(notice.Case) || IsTheirs(notice.Address, hashes) select row.Id];
    }

    private bool IsTheirs(string? address, string[] hashes) => !string.IsNullOrEmpty(address) && hashes.Contains(people.HashOf(address));

    private static async Task<List<string>> FilesAsync(DbConnection connection, Traces known)
    {
        var ofCases = await connection.QueryAsync<string>("SELECT DISTINCT hash FROM case_file WHERE case_id IN @Cases", known);
        var held = await connection.QueryAsync<string>("SELECT files FROM held_post WHERE contact_hash IN @Hashes OR reader IN @Readers", known);
        return [.. ofCases.Concat(held.SelectMany(files => files.Split('\n', StringSplitOptions.RemoveEmptyEntries))).Distinct()];
    }

    private async Task<IEnumerable<string>> MarksAsync(DbConnection connection, Traces known, string person, Account? account)
    {
        var given = await connection.QueryAsync<string?>("SELECT contact FROM help_case WHERE id IN @Cases", known);
        var written = await connection.QueryAsync<string?>(
            """
            SELECT problem FROM help_case WHERE id IN @Cases UNION SELECT words FROM case_event WHERE case_id IN @Cases UNION SELECT words FROM case_line WHERE case_id IN @Cases
            UNION SELECT text FROM outcome WHERE reader IN @Readers UNION SELECT query FROM search WHERE reader IN @Readers
            UNION SELECT COALESCE(subject, '') FROM contact WHERE person IN @Hashes UNION SELECT COALESCE(text, '') FROM contact WHERE person IN @Hashes
            """, known);
        var tokens = await connection.QueryAsync<string>("SELECT token_hash FROM help_case WHERE id IN @Cases UNION SELECT token_hash FROM outcome WHERE reader IN @Readers", known);
        string?[] names = [person, account?.Login, account?.Name, .. given.Select(stored => stored is null ? null : addresses.Open(new SealedAddress(stored)))];
        var sentences = written.OfType<string>().Where(words => words.Length >= ShortestSentence).Select(words => words[..Math.Min(words.Length, LongestMark)]);
        return names.OfType<string>().Concat(known.Hashes).Concat(known.Readers).Concat(known.Sessions).Concat(known.Tries).Concat(known.Accounts).Concat(tokens).Concat(sentences)
            .Where(mark => mark.Length > 2).Distinct();
    }
}
