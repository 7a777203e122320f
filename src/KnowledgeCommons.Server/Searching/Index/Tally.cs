using System.Runtime.InteropServices;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// How often each word of an expression stands in each article that matches it, weighed by its fields. Words are those of the expression from left
/// to right (<see cref="Expression.Leaves"/>).
/// </summary>
internal sealed class Tally(int leaves)
{
    // What stands more often than this counts no more, and a long log need not be read to its end.
    public const int MostTimes = 200;
    private readonly List<long> _ids = [];
    private readonly List<Times> _times = [];

    public int Count => _ids.Count;

    public int Leaves => leaves;

    public long Id(int place) => _ids[place];

    /// <summary>How often the words stand in one article; a word that is not there stands zero times.</summary>
    public ReadOnlySpan<Times> Of(int place) => CollectionsMarshal.AsSpan(_times).Slice(place * leaves, leaves);

    public void Start(long id)
    {
        _ids.Add(id);
        for (var leaf = 0; leaf < leaves; leaf++) _times.Add(default);
    }

    /// <summary>Of the article that was started last: a word stands in a field once more.</summary>
    public void Add(int leaf, Field field) => AddWeighed(leaf, FieldWeights.IsNamed(field), FieldWeights.Of(field));

    /// <summary>The same, for several times or fields at once, whose weight is known.</summary>
    public void AddWeighed(int leaf, bool isNamed, double times)
    {
        ref var known = ref CollectionsMarshal.AsSpan(_times)[_times.Count - leaves + leaf];
        known = isNamed ? known with { Named = known.Named + times } : known with { Other = known.Other + times };
    }
}

/// <summary>How often a word stands in what an article is called and in the rest of it, each time counted by the weight of its field.</summary>
internal readonly record struct Times(double Named, double Other)
{
    public bool IsThere => Named + Other > 0;
}
