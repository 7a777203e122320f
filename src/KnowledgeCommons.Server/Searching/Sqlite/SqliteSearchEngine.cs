using KnowledgeCommons.Server.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// The index in one SQLite file with FTS5. A whole library is written to a new file that then takes the old one's place, so that the old content
/// answers until the new is complete; single changes are one transaction. A file that cannot be used is replaced the next time.
/// </summary>
internal sealed class SqliteSearchEngine : SearchEngine
{
    private readonly string _file;
    private readonly ILogger _log;
    private readonly ReaderWriterLockSlim _swapping = new();
    private OpenIndex? _index;

    public SqliteSearchEngine(string file, ILogger<SqliteSearchEngine> log)
    {
        _file = file;
        _log = log;
        OpenFile();
        // Nobody waits for it: until it is read, words are not corrected.
        if (_index is { } index) _ = Task.Run(() => ReadVocabulary(index));
    }

    protected override void WriteWhole(LibraryChange change, CancellationToken cancel)
    {
        var unfinished = _file + ".new";
        using (var writer = new SqliteIndexWriter(IndexFile.Create(unfinished)))
        {
            foreach (var indexed in Searchable(change, cancel)) writer.Add(indexed);
            writer.Compact();
            writer.Finish(change.Library);
        }
        _swapping.EnterWriteLock();
        try
        {
            _index?.Dispose();
            (_index, Holds) = (null, null);
            IndexFile.Replace(unfinished, _file);
            OpenFile();
        }
        finally
        {
            _swapping.ExitWriteLock();
        }
    }

    protected override void WriteDifference(LibraryChange change, CancellationToken cancel)
    {
        try
        {
            var (removed, added) = (new List<long>(), new List<KeyValuePair<long, Facet>>());
            using (var writer = new SqliteIndexWriter(IndexFile.OpenToChange(_file)))
            {
                foreach (var slug in Outdated(change))
                    removed.AddRange(writer.Remove(slug));
                foreach (var indexed in Searchable(change, cancel)) added.Add(KeyValuePair.Create(writer.Add(indexed), Facet.Of(indexed.Article)));
                writer.Finish(change.Library);
            }
            _index?.LearnFacts(removed, added);
            Holds = change.Library.Version;
        }
        catch (SqliteException broken)
        {
            Distrust(broken);
            throw;
        }
    }

    protected override T? Ask<T>(Func<IShelvedIndex, IndexFacts, T?> question) where T : class
    {
        _swapping.EnterReadLock();
        try
        {
            return _index is { } index ? index.Ask(reader => question(reader, index.Facts)) : null;
        }
        catch (SqliteException broken)
        {
            Distrust(broken);
            return null;
        }
        finally
        {
            _swapping.ExitReadLock();
        }
    }

    protected override void Close()
    {
        _index?.Dispose();
        _swapping.Dispose();
    }

    private void OpenFile()
    {
        var held = IndexFile.Holds(_file);
        _index = held is null ? null : OpenIndex.TryOpen(_file);
        Holds = _index is null ? null : held;
    }

    private void ReadVocabulary(OpenIndex index)
    {
        try
        {
            index.Ask(reader =>
            {
                foreach (var (gate, text) in reader.TellingTexts()) Vocabularies.Behind(gate).Add(text);
                return reader;
            });
        }
        catch (Exception broken) when (broken is SqliteException or ObjectDisposedException)
        {
            _log.VocabularyNotRead(broken);
        }
    }

    // From now on the index counts as incomplete, so that the next publication makes it anew. A lock says nothing about the file.
    private void Distrust(SqliteException broken)
    {
        if (broken.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            _log.IndexLocked(broken);
            return;
        }
        Holds = null;
        _log.IndexBroken(broken);
    }
}
