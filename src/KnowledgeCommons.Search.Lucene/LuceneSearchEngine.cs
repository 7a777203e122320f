using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Term = Lucene.Net.Index.Term;

namespace KnowledgeCommons.Search.Lucene;

/// <summary>
/// The index in a folder of Lucene's. Every change is one commit; the reader that is opened behind it shares with the former one all that has not changed, and
/// questions that began before go on in the former one. A folder that cannot be used is made anew.
/// </summary>
internal sealed class LuceneSearchEngine : SearchEngine
{
    // A question looks into each part; to make one of all would write everything twice.
    private const int MostParts = 4;

    private readonly LuceneFolder _folder;
    private readonly ILogger _log;
    private volatile State? _state;

    public LuceneSearchEngine(string path, ILogger<LuceneSearchEngine> log)
    {
        _folder = new LuceneFolder(path);
        _log = log;
        if (_folder.TryOpen() is not { } reader) return;
        var index = new LuceneIndexReader(reader);
        _state = new State(reader, index, IndexFacts.None.With([], index.Facets(), LuceneFolder.TopicsOf(reader)));
        Holds = LuceneFolder.VersionOf(reader);
        // Nobody waits for it: until it is read, words are not corrected.
        _ = Task.Run(ReadVocabulary);
    }

    protected override void WriteWhole(LibraryChange change, CancellationToken cancel)
    {
        if (Holds is null) _folder.Clear();
        var facets = new Dictionary<long, Facet>();
        var reader = Written(change.Library, isWhole: true, writer =>
        {
            foreach (var indexed in Searchable(change, cancel)) facets.Add(Add(writer, facets.Count + 1, indexed), Facet.Of(indexed.Article));
            writer.ForceMerge(MostParts);
        });
        Replace(reader, IndexFacts.None.With([], facets, LuceneFolder.TopicsOf(reader)));
    }

    protected override void WriteDifference(LibraryChange change, CancellationToken cancel)
    {
        var former = _state ?? throw new InvalidOperationException("An index that holds a library is open.");
        var (removed, added, lastId) = (new List<long>(), new List<KeyValuePair<long, Facet>>(), former.Facts.LastId);
        var reader = Written(change.Library, isWhole: false, writer =>
        {
            foreach (var slug in Outdated(change))
            {
                removed.AddRange(former.Index.IdsOf(slug.Value));
                writer.DeleteDocuments(new Term(Fields.Slug, slug.Value));
            }
            foreach (var indexed in Searchable(change, cancel)) added.Add(KeyValuePair.Create(Add(writer, ++lastId, indexed), Facet.Of(indexed.Article)));
        });
        Replace(reader, former.Facts.With(removed, added, LuceneFolder.TopicsOf(reader)));
    }

    protected override T? Ask<T>(Func<IShelvedIndex, IndexFacts, T?> question) where T : class
    {
        if (Borrow() is not { } state) return null;
        try
        {
            return question(state.Index, state.Facts);
        }
        catch (IOException broken)
        {
            Distrust(broken);
            return null;
        }
        finally
        {
            state.Reader.DecRef();
        }
    }

    protected override void Close()
    {
        var last = _state;
        _state = null;
        last?.Reader.DecRef();
        _folder.Dispose();
    }

    private DirectoryReader Written(Library library, bool isWhole, Action<IndexWriter> write)
    {
        try
        {
            _folder.Write(library, isWhole, write);
            // Where no document changed, Lucene takes the former reader for good enough; it does not carry the new version.
            return (isWhole || _state is null ? null : DirectoryReader.OpenIfChanged(_state.Reader)) ?? _folder.Open();
        }
        catch (IOException broken)
        {
            Distrust(broken);
            throw;
        }
    }

    private static long Add(IndexWriter writer, long id, IndexedArticle indexed)
    {
        writer.AddDocuments(ArticleDocuments.Of(id, indexed));
        return id;
    }

    private void Replace(DirectoryReader reader, IndexFacts facts)
    {
        var former = _state;
        _state = new State(reader, new LuceneIndexReader(reader), facts);
        Holds = LuceneFolder.VersionOf(reader);
        former?.Reader.DecRef();
    }

    // A reader that nobody needs any more may be closed between finding it and holding it: then another one is there already.
    private State? Borrow()
    {
        while (_state is { } state)
            if (state.Reader.TryIncRef()) return state;
        return null;
    }

    private void ReadVocabulary() => Ask((index, facts) =>
    {
        foreach (var gate in facts.Gates.Prepend(Gate.Open))
            foreach (var word in ((LuceneIndexReader)index).TellingWords(gate)) Vocabularies.Behind(gate).Add(word);
        return index;
    });

    // From now on the index counts as incomplete, so that the next publication makes it anew. A lock says nothing about the folder.
    private void Distrust(IOException broken)
    {
        if (broken is LockObtainFailedException)
        {
            _log.IndexLocked(broken);
            return;
        }
        Holds = null;
        _log.IndexBroken(broken);
    }

    private sealed record State(DirectoryReader Reader, LuceneIndexReader Index, IndexFacts Facts);
}
