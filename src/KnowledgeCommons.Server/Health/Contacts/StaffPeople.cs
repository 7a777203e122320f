using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Identity;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Those who work at the desk or try things out (the setting Contacts:Staff), as they are stored here: by the hash of an address. Whole domains are known only
/// where an address is at hand, in tickets from elsewhere.
/// </summary>
internal sealed class StaffPeople(PersonKeys keys, IOptions<ContactOptions> options)
{
    private readonly IReadOnlyList<string> _hashes = [.. new StaffRule(options.Value.Staff).People.Select(keys.HashOf)];

    /// <param name="person">As in links and answers: the hash of an address, or "reader:" and a pseudonym.</param>
    public bool Covers(string? person) => person is not null && _hashes.Contains(person);

    /// <summary>The pseudonyms under which they gave their address in a case.</summary>
    public async Task<IReadOnlySet<string>> ReadersAsync(DbConnection connection) => _hashes.Count == 0 ? new HashSet<string>() :
        (await connection.QueryAsync<string>("SELECT DISTINCT reader FROM help_case WHERE contact_hash IN @hashes", new { hashes = _hashes })).ToHashSet();
}
