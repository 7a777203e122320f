using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Server.Searching;

/// <summary>SQL that is parsed once and run many times. Values are given in the order in which their @names first stand in the text.</summary>
internal sealed partial class Statement : IDisposable
{
    private readonly SqliteCommand _command;

    public Statement(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        _command.Transaction = transaction;
        foreach (var name in ParameterNames().Matches(sql).Select(match => match.Value).Distinct())
            _command.Parameters.Add(new SqliteParameter { ParameterName = name });
    }

    public void Run(params ReadOnlySpan<object> values) => With(values).ExecuteNonQuery();

    public SqliteDataReader Ask(params ReadOnlySpan<object> values) => With(values).ExecuteReader();

    public List<T> All<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object> values)
    {
        using var rows = Ask(values);
        var found = new List<T>();
        while (rows.Read()) found.Add(read(rows));
        return found;
    }

    public void Dispose() => _command.Dispose();

    private SqliteCommand With(ReadOnlySpan<object> values)
    {
        for (var at = 0; at < values.Length; at++) _command.Parameters[at].Value = values[at] is string text ? WithoutNul(text) : values[at];
        return _command;
    }

    // SQLite would take a text to end there.
    private static string WithoutNul(string text) => text.Contains('\0') ? text.Replace('\0', ' ') : text;

    [GeneratedRegex("@[a-z]+")]
    private static partial Regex ParameterNames();
}
