using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// The index in one SQLite file with FTS5. A whole library is written to a new file that then takes the old one's place, so that the old content
/// answers until the new is complete; single changes are one transaction. A file that cannot be used is replaced the next time.
/// </summary>
internal sealed class SqliteSearchEngine : ISearchEngine, IDisposable
{
    private readonly string _file;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly ReaderWriterLockSlim _swapping = new();
    private OpenIndex? _index;
    private volatile string? _holds;
    private volatile Lexicon _lexicon = Lexicon.Empty;

    public SqliteSearchEngine(string file, ILogger<SqliteSearchEngine> log)
    {
        _file = file;
        _log = log;
        OpenFile();
        // Nobody waits for it: until it is read, words are not corrected. What is published later brings its words along.
        if (_index is { } index) _ = Task.Run(() => ReadVocabulary(index));
    }

    public string? Holds => _holds;

    public SearchScope Scope => _index?.Facts.Scope ?? SearchScope.Nothing;

    public async Task ApplyAsync(LibraryChange change, CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel);
        try
        {
            _lexicon = _lexicon.With(change);
            await Task.Run(() => { if (change.IsWhole) WriteWhole(change, cancel); else WriteDifference(change, cancel); }, cancel);
        }
        finally
        {
            _writing.Release();
        }
    }

    public LearntAnswers Learnt
    {
        get => _lexicon.Learnt;
        set => _lexicon = _lexicon.With(value);
    }

    public SearchAnswer Search(SearchQuery query) =>
        Ask((reader, facts) => new Question(reader, facts, _lexicon, query).Answer()) ?? SearchAnswer.None(query.Text);

    public IReadOnlyList<Suggestion> Suggest(string typed, int limit) => Ask((reader, _) => TitleSuggestions.For(typed, limit, reader)) ?? [];

    public IReadOnlyList<TopicChoice> NearestTopics(string text, int limit) =>
        Ask((reader, facts) => TopicsNearby.Of(text, limit, reader, facts)) ?? [];

    public void Dispose()
    {
        _index?.Dispose();
        _writing.Dispose();
        _swapping.Dispose();
    }

    private void WriteWhole(LibraryChange change, CancellationToken cancel)
    {
        var unfinished = _file + ".new";
        using (var writer = new IndexWriter(IndexFile.Create(unfinished)))
        {
            foreach (var indexed in Searchable(change.Changed, cancel)) writer.Add(indexed);
            writer.Compact();
            writer.Finish(change.Library);
        }
        _swapping.EnterWriteLock();
        try
        {
            _index?.Dispose();
            (_index, _holds) = (null, null);
            IndexFile.Replace(unfinished, _file);
            OpenFile();
        }
        finally
        {
            _swapping.ExitWriteLock();
        }
    }

    private void WriteDifference(LibraryChange change, CancellationToken cancel)
    {
        if (_holds == change.Library.Version && change is { Changed: [], Removed: [] }) return;
        if (_holds is null || _index is null)
            throw new InvalidOperationException("The search index is not complete: it has to be given the whole library.");
        try
        {
            var (removed, added) = (new List<long>(), new List<(long, Facet)>());
            using (var writer = new IndexWriter(IndexFile.OpenToChange(_file)))
            {
                foreach (var slug in change.Removed.Concat(change.Changed.Select(indexed => indexed.Article.Slug)))
                    if (writer.Remove(slug) is { } id) removed.Add(id);
                foreach (var indexed in Searchable(change.Changed, cancel)) added.Add((writer.Add(indexed), Facet.Of(indexed.Article)));
                writer.Finish(change.Library);
            }
            _index.LearnFacts(removed, added);
            _holds = change.Library.Version;
        }
        catch (SqliteException broken)
        {
            Distrust(broken);
            throw;
        }
    }

    private static IEnumerable<IndexedArticle> Searchable(IEnumerable<IndexedArticle> articles, CancellationToken cancel)
    {
        foreach (var indexed in articles.Where(indexed => indexed.Article.Status == ArticleStatus.Published))
        {
            cancel.ThrowIfCancellationRequested();
            yield return indexed;
        }
    }

    private void OpenFile()
    {
        var held = IndexFile.Holds(_file);
        _index = held is null ? null : OpenIndex.TryOpen(_file);
        _holds = _index is null ? null : held;
    }

    private void ReadVocabulary(OpenIndex index)
    {
        try
        {
            var vocabulary = _lexicon.Vocabulary;
            index.Ask(reader =>
            {
                foreach (var text in reader.TellingTexts()) vocabulary.Add(text);
                return vocabulary;
            });
        }
        catch (Exception broken) when (broken is SqliteException or ObjectDisposedException)
        {
            _log.VocabularyNotRead(broken);
        }
    }

    private T? Ask<T>(Func<IndexReader, IndexFacts, T> question) where T : class
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

    // From now on the index counts as incomplete, so that the next publication makes it anew. A lock says nothing about the file.
    private void Distrust(SqliteException broken)
    {
        if (broken.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            _log.IndexLocked(broken);
            return;
        }
        _holds = null;
        _log.IndexBroken(broken);
    }
}
