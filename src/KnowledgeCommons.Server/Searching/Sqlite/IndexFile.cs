using Dapper;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// The file of the index. Any change of its tables, of what is put into them or of how words are cut needs a new <see cref="Schema"/> number:
/// a file with another one is made anew.
/// </summary>
internal static class IndexFile
{
    private const int Schema = 6;
    private const int Mark = 0x4B435345;
    private const int SecondsToWaitForALock = 2;

    // The words of an article stand on the shelf of those who may see it (see GateMark, ShelfTables). One with parts for some people only is there once for each way
    // it is seen, under one slug.
    private const string Tables =
        """
        CREATE TABLE held (version TEXT NOT NULL);
        CREATE TABLE shelf (number INTEGER PRIMARY KEY, gate TEXT NOT NULL UNIQUE);
        CREATE TABLE topic (key TEXT PRIMARY KEY, title TEXT NOT NULL, place INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE article (id INTEGER PRIMARY KEY, uid TEXT NOT NULL, slug TEXT NOT NULL, title TEXT NOT NULL, also_called TEXT NOT NULL,
            symptoms TEXT NOT NULL, summary TEXT NOT NULL, topic TEXT NOT NULL, platforms TEXT NOT NULL, language TEXT NOT NULL, shelf INTEGER NOT NULL);
        CREATE INDEX article_slug ON article (slug);
        CREATE TABLE section (id INTEGER PRIMARY KEY, anchor TEXT NOT NULL, heading TEXT NOT NULL, level INTEGER NOT NULL, text TEXT NOT NULL);
        CREATE INDEX article_facet ON article (id, uid, topic, platforms, language, shelf);
        """;

    /// <summary>The version of the library in the file; null when the file is not there, not ours, of another schema, not complete or not readable.</summary>
    public static string? Holds(string file)
    {
        if (!File.Exists(file)) return null;
        try
        {
            using var connection = Open(file, "PRAGMA query_only = 1");
            var (mark, schema) = (connection.ExecuteScalar<long>("PRAGMA application_id"), connection.ExecuteScalar<long>("PRAGMA user_version"));
            return (mark, schema) == (Mark, Schema) ? connection.ExecuteScalar<string?>("SELECT version FROM held") : null;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>Makes an empty index in a new file, for one writer who starts again when the machine stops half-way.</summary>
    public static SqliteConnection Create(string file)
    {
        Delete(file);
        const string fast = "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000";
        var connection = Open(file, fast, create: true);
        connection.Execute($"PRAGMA application_id = {Mark}; PRAGMA user_version = {Schema}");
        connection.Execute(Tables);
        return connection;
    }

    public static SqliteConnection OpenToRead(string file) => Open(file, "PRAGMA query_only = 1; PRAGMA cache_size = -4000");

    /// <summary>Readers go on while the writer writes; a broken-off change is undone by the log.</summary>
    public static SqliteConnection OpenToChange(string file) => Open(file, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");

    /// <summary>Puts a finished file, safely on disk, in the place of another that nobody has open.</summary>
    public static void Replace(string finished, string file)
    {
        // Once there are readers, the file could no longer be given its write-ahead log.
        OpenToChange(finished).Dispose();
        using (var written = File.OpenHandle(finished, FileMode.Open, FileAccess.ReadWrite)) RandomAccess.FlushToDisk(written);
        Delete(file);
        File.Move(finished, file);
    }

    private static void Delete(string file)
    {
        foreach (var part in (string[])["", "-wal", "-shm", "-journal"]) File.Delete(file + part);
    }

    private static SqliteConnection Open(string file, string settings, bool create = false)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Pooling = false,
            DefaultTimeout = SecondsToWaitForALock,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite
        }.ToString());
        try
        {
            connection.Open();
            connection.Execute(settings);
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }
}
