namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// How many words each article has in what it is called (title, other names, symptoms) and in the rest. One state of an index; never changed.
/// </summary>
internal sealed class FieldLengths
{
    private readonly ById<(int Named, int Other)> _lengths;
    private readonly (long Named, long Other) _all;

    private FieldLengths(ById<(int Named, int Other)> lengths, (long Named, long Other) all)
    {
        (_lengths, _all) = (lengths, all);
        AverageNamed = Math.Max(1, (double)all.Named / Math.Max(1, lengths.Count));
        AverageOther = Math.Max(1, (double)all.Other / Math.Max(1, lengths.Count));
    }

    public static FieldLengths None { get; } = new(ById<(int, int)>.None, (0, 0));

    public long Articles => _lengths.Count;
    public double AverageNamed { get; }
    public double AverageOther { get; }

    public (int Named, int Other) Of(long article) => _lengths[article];

    /// <summary>The lengths after articles went and came; a new one has an id of its own.</summary>
    public FieldLengths With(IReadOnlyCollection<long> removed, IReadOnlyCollection<KeyValuePair<long, (int Named, int Other)>> added)
    {
        var all = _all;
        foreach (var gone in removed.Select(Of)) all = (all.Named - gone.Named, all.Other - gone.Other);
        foreach (var (_, come) in added) all = (all.Named + come.Named, all.Other + come.Other);
        return new(_lengths.With(removed, added), all);
    }
}
