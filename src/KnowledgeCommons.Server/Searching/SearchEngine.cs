using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// What every engine does alike: it understands, ranks and remembers. How words get to disk and are found again there is each engine's own.
/// </summary>
internal abstract class SearchEngine : ISearchEngine, IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);
    private volatile string? _holds;
    private readonly ClearedIndexes _cleared = new();
    private volatile Lexicon _lexicon = Lexicon.Empty;

    public string? Holds
    {
        get => _holds;
        protected set => _holds = value;
    }

    public LearntAnswers Learnt
    {
        get => _lexicon.Learnt;
        set => _lexicon = _lexicon.With(value);
    }

    /// <summary>The words that a misspelt one may have been meant as. What is published brings its words along; an index found at the start is read once.</summary>
    protected Vocabularies Vocabularies => _lexicon.Vocabularies;

    public async Task ApplyAsync(LibraryChange change, CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel);
        try
        {
            _lexicon = _lexicon.With(change);
            await Task.Run(() => Apply(change, cancel), cancel);
        }
        finally
        {
            _writing.Release();
        }
    }

    public SearchAnswer Search(SearchQuery query) =>
        AskFor(query.Clearance, (reader, facts, lexicon) => new Question(reader, facts, lexicon, query).Answer()) ?? SearchAnswer.None(query.Text);

    public IReadOnlyDictionary<string, double> Likeness(string text, IReadOnlyCollection<string> articles) =>
        AskFor(Clearance.Whole, (reader, facts, lexicon) => new Likeness(reader, facts, lexicon.Learnt).Of(text, articles)) ?? new Dictionary<string, double>();

    public IReadOnlyList<Suggestion> Suggest(string typed, int limit, Clearance? clearance = null) =>
        AskFor(clearance, (reader, _, lexicon) => TitleSuggestions.For(typed, limit, reader, lexicon.OperatorTopics)) ?? [];

    public IReadOnlyList<TopicChoice> NearestTopics(string text, int limit, Clearance? clearance = null) =>
        AskFor(clearance, (reader, facts, lexicon) => TopicsNearby.Of(text, limit, reader, facts, lexicon.OperatorTopics)) ?? [];

    public SearchScope ScopeFor(Clearance? clearance = null) => AskFor(clearance, (_, facts, _) => facts.Scope) ?? SearchScope.Nothing;

    public Func<string, bool> Findable(Clearance? clearance = null) => AskFor<Func<string, bool>>(clearance, (_, facts, _) => article => facts.IdOf(article) is not null) ?? (_ => false);

    // The one place from which an index is asked: nobody gets at more of it than is for them.
    private T? AskFor<T>(Clearance? clearance, Func<IIndexReader, IndexFacts, Lexicon, T?> question) where T : class => Ask((index, facts) =>
    {
        var lexicon = _lexicon;
        var seen = _cleared.For(clearance ?? Clearance.Public, facts, index.Lengths);
        return question(index.Open(seen.Gates, seen.Lengths), seen.Facts, lexicon.For(seen));
    });

    public void Dispose()
    {
        Close();
        _writing.Dispose();
    }

    /// <summary>The index starts empty.</summary>
    protected abstract void WriteWhole(LibraryChange change, CancellationToken cancel);

    /// <summary>The index is complete, and something is different.</summary>
    protected abstract void WriteDifference(LibraryChange change, CancellationToken cancel);

    /// <summary>Asks one state of the index; null when there is none, or it turns out to be broken.</summary>
    protected abstract T? Ask<T>(Func<IShelvedIndex, IndexFacts, T?> question) where T : class;

    protected abstract void Close();

    protected static IEnumerable<IndexedArticle> Searchable(LibraryChange change, CancellationToken cancel)
    {
        foreach (var indexed in change.Changed.Where(indexed => indexed.Article.Status == ArticleStatus.Published))
        {
            cancel.ThrowIfCancellationRequested();
            yield return indexed;
        }
    }

    /// <summary>The articles that a change takes out of the index; what changed is put in again.</summary>
    protected static IEnumerable<Slug> Outdated(LibraryChange change) => change.Removed.Concat(change.Changed.Select(indexed => indexed.Article.Slug)).Distinct();

    private void Apply(LibraryChange change, CancellationToken cancel)
    {
        if (change.IsWhole) WriteWhole(change, cancel);
        else if (_holds is null) throw new InvalidOperationException("The search index is not complete: it has to be given the whole library.");
        else if (_holds != change.Library.Version || change is not { Changed: [], Removed: [] }) WriteDifference(change, cancel);
    }
}
