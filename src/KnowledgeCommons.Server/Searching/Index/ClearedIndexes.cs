using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>How people with different clearances see an index, by what is closed to them; of each state of it for as long as that is asked.</summary>
internal sealed class ClearedIndexes
{
    // More than a company's departments make, and more than ask within a few minutes.
    private const int Most = 64;
    private const int MostClearances = 512;
    private readonly ConditionalWeakTable<IndexFacts, Known> _known = [];

    public ClearedIndex For(Clearance clearance, IndexFacts facts, FieldLengths lengths)
    {
        var known = _known.GetValue(facts, _ => new Known());
        if (known.ByClearance.TryGetValue(clearance.Key, out var index) && ReferenceEquals(index.WholeLengths, lengths)) return index;
        if (known.ByClearance.Count >= MostClearances) known.ByClearance.Clear();
        Gate[] closed = [.. facts.Gates.Where(gate => !gate.IsOpenTo(clearance))];
        return known.ByClearance[clearance.Key] = Without(closed, known.ByClosed, facts, lengths);
    }

    private static ClearedIndex Without(Gate[] closed, ConcurrentDictionary<string, ClearedIndex> known, IndexFacts facts, FieldLengths lengths)
    {
        var key = string.Join(' ', closed.Select(GateMark.Write).Order(StringComparer.Ordinal));
        if (known.TryGetValue(key, out var index) && ReferenceEquals(index.WholeLengths, lengths)) return index;
        if (known.Count >= Most) known.Clear();
        return known[key] = closed.Length == 0 ? ClearedIndex.Whole(facts, lengths) : ClearedIndex.Without(closed, facts, lengths);
    }

    private sealed class Known
    {
        public ConcurrentDictionary<string, ClearedIndex> ByClearance { get; } = new();
        public ConcurrentDictionary<string, ClearedIndex> ByClosed { get; } = new();
    }
}
