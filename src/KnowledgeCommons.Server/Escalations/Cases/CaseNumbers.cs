using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>The numbers KC-…, one after another: readers' cases and whatever else is called so share them, so that a number means one thing.</summary>
internal static class CaseNumbers
{
    private const string Next = "SELECT 1 + COALESCE(MAX(number), 0) FROM (SELECT number FROM help_case UNION ALL SELECT number FROM case_number) given";

    /// <summary>The number of a reader's case that is inserted in the same transaction.</summary>
    public static Task<long> ForCaseAsync(DbConnection connection) => connection.ExecuteScalarAsync<long>(Next);

    /// <summary>Gives away a number for something else.</summary>
    public static Task<long> TakeAsync(DbConnection connection) => connection.ExecuteScalarAsync<long>($"INSERT INTO case_number (number) {Next} RETURNING number");
}
