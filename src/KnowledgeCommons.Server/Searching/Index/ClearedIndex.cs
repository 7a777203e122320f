using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// What is known about one state of an index by somebody with a certain clearance: what is not for them is in no number, no length and no list. It says what would be
/// known of an index that never held anything else. Made once for all who may see the same, since it takes as long as there are articles to leave out.
/// </summary>
/// <param name="Gates">All that are open to them and may have something behind them.</param>
/// <param name="IsWhole">Nothing is left out.</param>
internal sealed record ClearedIndex(IndexFacts Facts, FieldLengths Lengths, IReadOnlyCollection<Gate> Gates, bool IsWhole)
{
    /// <summary>The lengths that <see cref="Lengths"/> were made from.</summary>
    public required FieldLengths WholeLengths { get; init; }

    public static ClearedIndex Whole(IndexFacts facts, FieldLengths lengths) => new(facts, lengths, Shelves(facts.Gates), IsWhole: true) { WholeLengths = lengths };

    /// <summary>Without these gates, of which none may be open to whoever asks.</summary>
    public static ClearedIndex Without(IReadOnlyCollection<Gate> closed, IndexFacts whole, FieldLengths lengths)
    {
        var hidden = closed.SelectMany(whole.Behind).ToHashSet();
        return new(whole.Without(hidden), lengths.With(hidden, []), Shelves(whole.Gates.Except(closed)), IsWhole: false) { WholeLengths = lengths };
    }

    // In an order that is the same whatever else there is: where there is too much to look through, it decides what is.
    private static Gate[] Shelves(IEnumerable<Gate> gates) => [Gate.Open, .. gates.OrderBy(GateMark.Write, StringComparer.Ordinal)];
}
