using System.Text.Json;
using Dapper;
using KnowledgeCommons.Content.Building;
using KnowledgeCommons.Server.Storage;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Server.Publishing;

/// <summary>
/// The last good version of every article, prepared, in a file beside the index. It spares a restart the rendering and keeps good versions
/// of files that are broken by then. It can be deleted at any time; a file from another program version or a damaged one deletes itself.
/// </summary>
internal sealed class PreparedStore(DataFolder folder, ILogger<PreparedStore> log)
{
    // Any change of rendering or of the records below needs a new number.
    private const long Schema = 4;
    private readonly string _file = folder.File("library.db");

    /// <summary>All prepared articles of this source by path; empty when nothing usable is kept.</summary>
    public IReadOnlyDictionary<string, PreparedArticle> Load(string source)
    {
        try
        {
            using var connection = Open();
            if (connection.ExecuteScalar<long>("PRAGMA user_version") != Schema || !IsOf(source, connection)) return Empty();
            return connection.Query<Row>("SELECT path, article, html, source FROM prepared").Select(FromRow).ToDictionary(entry => entry.Path);
        }
        catch (Exception damage) when (damage is SqliteException or JsonException)
        {
            log.PreparedStoreDamaged(damage);
            return Empty();
        }
    }

    /// <summary>Keeps what differs from <paramref name="before"/>; when <paramref name="before"/> is empty, everything anew.</summary>
    public void Save(string source, IReadOnlyDictionary<string, PreparedArticle> before, IReadOnlyDictionary<string, PreparedArticle> now)
    {
        if (before.Count == 0) Delete();
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        connection.Execute("CREATE TABLE IF NOT EXISTS prepared (path TEXT PRIMARY KEY, article BLOB NOT NULL, html BLOB NOT NULL, source BLOB NOT NULL)", transaction: transaction);
        connection.Execute("CREATE TABLE IF NOT EXISTS origin (source TEXT NOT NULL)", transaction: transaction);
        if (before.Count == 0) connection.Execute("INSERT INTO origin (source) VALUES (@source)", new { source }, transaction);
        connection.Execute($"PRAGMA user_version = {Schema}", transaction: transaction);
        foreach (var gone in before.Keys.Where(path => !now.TryGetValue(path, out var entry) || !IsKept(entry)))
            connection.Execute("DELETE FROM prepared WHERE path = @gone", new { gone }, transaction);
        Insert(connection, transaction, now.Values.Where(entry => !ReferenceEquals(before.GetValueOrDefault(entry.Path), entry)));
        transaction.Commit();
    }

    private static void Insert(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<PreparedArticle> entries)
    {
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT OR REPLACE INTO prepared (path, article, html, source) VALUES (@path, @article, @html, @source)";
        var (path, article) = (insert.Parameters.Add("@path", SqliteType.Text), insert.Parameters.Add("@article", SqliteType.Blob));
        var (html, source) = (insert.Parameters.Add("@html", SqliteType.Blob), insert.Parameters.Add("@source", SqliteType.Blob));
        foreach (var entry in entries)
        {
            if (entry.Article is not { } good || !IsKept(entry)) continue;
            path.Value = entry.Path;
            var lean = entry with { Article = good with { Html = default, Source = default } };
            article.Value = JsonSerializer.SerializeToUtf8Bytes(lean, PreparedJson.Default.PreparedArticle);
            html.Value = good.Html.ToArray();
            source.Value = good.Source.ToArray();
            insert.ExecuteNonQuery();
        }
    }

    // One with parts for some people only is made anew: a row holds one version, and must not be taken for that of everybody.
    private static bool IsKept(PreparedArticle entry) => entry.Article is { Cuts.Count: 0 };

    private static PreparedArticle FromRow(Row row)
    {
        var entry = JsonSerializer.Deserialize(row.Article, PreparedJson.Default.PreparedArticle) ?? throw new JsonException("An empty row.");
        return entry with { Article = entry.Article is { } article ? article with { Html = row.Html, Source = row.Source } : null };
    }

    private static bool IsOf(string source, SqliteConnection connection) =>
        connection.QuerySingleOrDefault<string>("SELECT source FROM origin") == source;

    private Dictionary<string, PreparedArticle> Empty()
    {
        Delete();
        return [];
    }

    private void Delete()
    {
        SqliteConnection.ClearAllPools();
        foreach (var ending in new[] { "", "-wal", "-shm" }) File.Delete(_file + ending);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _file, Pooling = false }.ToString());
        connection.Open();
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
        return connection;
    }

    private sealed record Row
    {
        public required string Path { get; init; }
        public required byte[] Article { get; init; }
        public required byte[] Html { get; init; }
        public required byte[] Source { get; init; }
    }
}
