namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// A value for each article by its id; what is not there is the default. One state, never changed: the next shares with it all pages but those that a change
/// touches, so that a change costs the same in a library of any size.
/// </summary>
internal sealed class ById<T>
{
    private const int PageSize = 256;
    private readonly Dictionary<long, T?[]> _pages;

    private ById(Dictionary<long, T?[]> pages, int count) => (_pages, Count) = (pages, count);

    public static ById<T> None { get; } = new([], 0);

    public int Count { get; }

    public T? this[long id] => _pages.TryGetValue(id / PageSize, out var page) ? page[id % PageSize] : default;

    /// <summary>The values after articles went and came. Ids are not negative.</summary>
    public ById<T> With(IEnumerable<long> removed, IEnumerable<KeyValuePair<long, T>> added)
    {
        var (pages, own, count) = (new Dictionary<long, T?[]>(_pages), new HashSet<long>(), Count);
        foreach (var id in removed) Set(id, default);
        foreach (var (id, value) in added) Set(id, value);
        return new(pages, count);

        void Set(long id, T? value)
        {
            var page = id / PageSize;
            if (own.Add(page)) pages[page] = pages.TryGetValue(page, out var shared) ? [.. shared] : new T?[PageSize];
            ref var place = ref pages[page][id % PageSize];
            count += IsThere(value) - IsThere(place);
            place = value;
        }
    }

    private static int IsThere(T? value) => EqualityComparer<T?>.Default.Equals(value, default) ? 0 : 1;
}
