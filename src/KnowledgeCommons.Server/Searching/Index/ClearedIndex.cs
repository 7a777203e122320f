using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// One state of an index as somebody with a certain clearance sees it: what is not for them is in no number, no length and no list. What it says is what an index
/// would say that never held anything else. Made once for all who may see the same, since it takes as long as there are articles to leave out.
/// </summary>
internal sealed class ClearedIndex
{
    private readonly IReadOnlySet<long> _hidden;

    private ClearedIndex(IndexFacts whole, FieldLengths lengths, IReadOnlyList<Gate> closed)
    {
        (WholeLengths, Marks) = (lengths, [.. closed.Select(GateMark.Of)]);
        _hidden = closed.SelectMany(whole.Behind).ToHashSet();
        (Facts, Lengths) = (whole.Without(_hidden), lengths.With(_hidden, []));
    }

    public IndexFacts Facts { get; }
    public FieldLengths Lengths { get; }

    /// <summary>The lengths that <see cref="Lengths"/> were made from.</summary>
    public FieldLengths WholeLengths { get; }

    /// <summary>See <see cref="GateMark"/>: of all that is hidden.</summary>
    public IReadOnlyList<string> Marks { get; }

    public bool Hides(long article) => _hidden.Contains(article);

    /// <summary>Without these gates, of which none may be open to whoever asks.</summary>
    public static ClearedIndex Of(IndexFacts whole, FieldLengths lengths, IReadOnlyList<Gate> closed) => new(whole, lengths, closed);
}
