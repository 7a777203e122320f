using Dapper;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// How many words each article has in what it is called (title, other names, symptoms) and in the rest, as FTS5 itself counts them, with what its bm25()
/// measures them by. One state of the index; never changed.
/// </summary>
internal sealed class FieldLengths
{
    // The first fields of "terms": title, also_called, symptoms.
    private const int NamedFields = 3;
    private const string Totals = "SELECT block FROM terms_data WHERE id = 1";
    private readonly Dictionary<long, (int Named, int Other)> _lengths;

    private FieldLengths(Dictionary<long, (int Named, int Other)> lengths, byte[] totals)
    {
        _lengths = lengths;
        var counts = Varints(totals);
        Articles = counts.Count > 0 ? counts[0] : 0;
        var all = Math.Max(1.0, Articles);
        AverageNamed = Math.Max(1, counts.Skip(1).Take(NamedFields).Sum() / all);
        AverageOther = Math.Max(1, counts.Skip(1 + NamedFields).Sum() / all);
    }

    public static FieldLengths None { get; } = new([], []);

    public long Articles { get; }
    public double AverageNamed { get; }
    public double AverageOther { get; }
    public double Average => AverageNamed + AverageOther;

    public (int Named, int Other) Of(long article) => _lengths.GetValueOrDefault(article);

    public static FieldLengths Read(SqliteConnection connection) =>
        new(Lengths(connection, "SELECT id, sz FROM terms_docsize", null).ToDictionary(), connection.ExecuteScalar<byte[]?>(Totals) ?? []);

    /// <summary>The lengths after articles went and came.</summary>
    public FieldLengths With(IEnumerable<long> removed, IEnumerable<long> added, SqliteConnection connection)
    {
        var lengths = new Dictionary<long, (int, int)>(_lengths);
        foreach (var id in removed) lengths.Remove(id);
        foreach (var id in added)
            foreach (var (article, length) in Lengths(connection, "SELECT id, sz FROM terms_docsize WHERE id = @id", new { id })) lengths[article] = length;
        return new(lengths, connection.ExecuteScalar<byte[]?>(Totals) ?? []);
    }

    private static IEnumerable<KeyValuePair<long, (int Named, int Other)>> Lengths(SqliteConnection connection, string sql, object? parameters)
    {
        foreach (var (id, sizes) in connection.Query<(long, byte[])>(sql, parameters, buffered: false))
        {
            var fields = Varints(sizes);
            yield return new(id, ((int)fields.Take(NamedFields).Sum(), (int)fields.Skip(NamedFields).Sum()));
        }
    }

    // SQLite's variable-length integers: seven bits a byte, the highest first, the last byte without its eighth bit. None of these is nine bytes long.
    private static List<long> Varints(byte[] bytes)
    {
        var all = new List<long>();
        var value = 0L;
        foreach (var each in bytes)
        {
            value = (value << 7) | (each & 0x7Fu);
            if (each >= 0x80) continue;
            all.Add(value);
            value = 0;
        }
        return all;
    }
}
