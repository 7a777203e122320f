namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// How many words each article has in what it is called (title, other names, symptoms) and in the rest. One state of an index; never changed.
/// </summary>
internal sealed class FieldLengths
{
    private readonly Dictionary<long, (int Named, int Other)> _lengths;

    public FieldLengths(IEnumerable<KeyValuePair<long, (int Named, int Other)>> lengths) : this(new Dictionary<long, (int, int)>(lengths))
    {
    }

    private FieldLengths(Dictionary<long, (int Named, int Other)> lengths)
    {
        _lengths = lengths;
        var (named, other) = (0L, 0L);
        foreach (var length in lengths.Values) (named, other) = (named + length.Named, other + length.Other);
        AverageNamed = Math.Max(1, (double)named / Math.Max(1, lengths.Count));
        AverageOther = Math.Max(1, (double)other / Math.Max(1, lengths.Count));
    }

    public static FieldLengths None { get; } = new(new Dictionary<long, (int, int)>());

    public long Articles => _lengths.Count;
    public double AverageNamed { get; }
    public double AverageOther { get; }

    public (int Named, int Other) Of(long article) => _lengths.GetValueOrDefault(article);

    /// <summary>The lengths after articles went and came.</summary>
    public FieldLengths With(IEnumerable<long> removed, IEnumerable<KeyValuePair<long, (int Named, int Other)>> added)
    {
        var lengths = new Dictionary<long, (int, int)>(_lengths);
        foreach (var id in removed) lengths.Remove(id);
        foreach (var (id, length) in added) lengths[id] = length;
        return new(lengths);
    }
}
