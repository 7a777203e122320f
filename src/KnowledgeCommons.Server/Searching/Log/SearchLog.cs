using System.Threading.Channels;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// What was searched for and what came of it. Keeping costs the reader nothing: it is written behind their back, within moments, and a search works
/// also when nothing can be written. Whoever asks here sees everything kept before.
/// </summary>
internal sealed class SearchLog(Database database, Masking masking, TimeProvider time, ILogger<SearchLog> log) : IDisposable
{
    private const int MostWaiting = 10_000;
    private const int MostHitsKept = 10;
    private readonly Channel<LogEntry> _waiting =
        Channel.CreateBounded<LogEntry>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly List<LogEntry> _writing = [];
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Returns the id under which the search is known from now on.</summary>
    public string Keep(Reader reader, SearchAnswer answer)
    {
        var id = Guid.CreateVersion7().ToString();
        var hits = string.Join('\n', answer.Hits.Take(MostHitsKept).Select(hit => hit.Slug.Value));
        var asked = masking.Of(answer.Query);
        var (query, words) = (KeptQuery.Of(asked), KeptQuery.WordsOf(asked));
        _waiting.Writer.TryWrite(new KeptSearch(id, reader.Key, time.GetUtcNow(), query, words, hits, answer.Total));
        return id;
    }

    /// <summary>Counts only when the reader's own search of that id showed the article; anything else is quietly dropped.</summary>
    public void Opened(Reader reader, string search, Slug slug) =>
        _waiting.Writer.TryWrite(new OpenedHit(search, reader.Key, slug.Value, time.GetUtcNow()));

    /// <summary>The reader's searches, newest first, for those who are asked for help; at most 20. Of what was typed on to within half a minute, the last.</summary>
    public async Task<IReadOnlyList<ReaderSearch>> RecentOfAsync(Reader reader, DateTimeOffset since, CancellationToken cancel)
    {
        await WriteWaitingAsync();
        return await database.ReadAsync(connection => SearchHistory.OfReaderAsync(connection, reader.Key, since), cancel);
    }

    /// <summary>One search, whoever made it; null when it is not known.</summary>
    public async Task<ReaderSearch?> FindAsync(string id, CancellationToken cancel)
    {
        await WriteWaitingAsync();
        return await database.ReadAsync(connection => SearchHistory.FindAsync(connection, id), cancel);
    }

    public ValueTask<bool> WaitAsync(CancellationToken cancel) => _waiting.Reader.WaitToReadAsync(cancel);

    /// <summary>Writes everything kept so far. What the disk does not take now is tried again with the next.</summary>
    public async Task WriteWaitingAsync()
    {
        await _turn.WaitAsync();
        try
        {
            while (_writing.Count < MostWaiting && _waiting.Reader.TryRead(out var entry)) _writing.Add(entry);
            if (_writing.Count == 0) return;
            await database.WriteAsync(connection => SearchHistory.AddAsync(connection, _writing), CancellationToken.None);
            _writing.Clear();
        }
        catch (NotSavedException failure)
        {
            log.SearchesNotKept(_writing.Count, failure);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
