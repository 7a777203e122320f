using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Health;

/// <summary>The pseudonyms under which a person gave their address in a case: the only way in which a ticket is joined to readings.</summary>
internal static class ContactReaders
{
    public static async Task<IReadOnlyList<string>> OfAsync(DbConnection connection, string person) =>
        (await connection.QueryAsync<string>("SELECT DISTINCT reader FROM help_case WHERE contact_hash = @person", new { person })).AsList();
}
