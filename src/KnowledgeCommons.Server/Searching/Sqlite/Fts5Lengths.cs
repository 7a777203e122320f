using Dapper;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Server.Searching;

/// <summary>How long articles are, as FTS5 has counted them: it keeps the number of words of every field.</summary>
internal static class Fts5Lengths
{
    public static IEnumerable<KeyValuePair<long, (int Named, int Other)>> All(SqliteConnection connection, long shelf) =>
        Read(connection, $"SELECT id, sz FROM {new ShelfTables(shelf).Sizes}", null);

    public static IEnumerable<KeyValuePair<long, (int Named, int Other)>> Of(long article, SqliteConnection connection, long shelf) =>
        Read(connection, $"SELECT id, sz FROM {new ShelfTables(shelf).Sizes} WHERE id = @article", new { article });

    private static IEnumerable<KeyValuePair<long, (int Named, int Other)>> Read(SqliteConnection connection, string sql, object? parameters) =>
        connection.Query<(long Id, byte[] Sizes)>(sql, parameters, buffered: false).Select(row => KeyValuePair.Create(row.Id, Sum(row.Sizes)));

    // What stands for its language is no word of an article.
    // SQLite's variable-length integers: seven bits a byte, the highest first, the last byte without its eighth bit. None of these is nine bytes long.
    private static (int Named, int Other) Sum(byte[] sizes)
    {
        var (named, other, field, value) = (0, 0, 0, 0);
        foreach (var each in sizes)
        {
            value = (value << 7) | (each & 0x7F);
            if (each >= 0x80) continue;
            if (FieldWeights.IsNamed((Field)field)) named += value;
            else if ((Field)field != Field.Language) other += value;
            (field, value) = (field + 1, 0);
        }
        return (named, other);
    }
}
