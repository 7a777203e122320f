namespace KnowledgeCommons.Server.Searching;

/// <summary>A word of a text that was searched for: where it stands, and which of the sought words it is (one bit each).</summary>
internal readonly record struct Mark(int Start, int Length, ulong Word)
{
    public int End => Start + Length;
}

/// <summary>The words that were searched for, and what each is worth. Finds them in texts by their stems.</summary>
internal sealed class SoughtWords
{
    private const int Most = 64;
    private readonly Dictionary<string, ulong> _bits = [];
    private readonly Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _bitOf;
    private readonly List<double> _weights = [];
    private readonly ulong[] _beginnings = new ulong[128];

    public SoughtWords(IEnumerable<(string Stem, double Weight)> words)
    {
        _bitOf = _bits.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (stem, weight) in words.Where(word => word.Stem.Length > 0).Take(Most))
        {
            _bits.Add(stem, 1UL << _weights.Count);
            _weights.Add(weight);
            if (char.IsAscii(stem[0])) _beginnings[stem[0]] |= stem.Length == 1 ? ulong.MaxValue : Second(stem[1]);
        }
    }

    public List<Mark> In(string text)
    {
        var found = new List<Mark>();
        Span<char> stem = stackalloc char[Stem.Longest];
        foreach (var (start, length) in new Words(text))
        {
            if (!MayBeSought(text.AsSpan(start, length))) continue;
            if (_bitOf.TryGetValue(stem[..Stem.Of(text.AsSpan(start, length), stem)], out var bit)) found.Add(new(start, length, bit));
        }
        return found;
    }

    // Stemming keeps the first letter and, but for y becoming i, the second: most words of a text need no closer look.
    private bool MayBeSought(ReadOnlySpan<char> word)
    {
        if (!char.IsAscii(word[0])) return true;
        var second = _beginnings[char.IsAsciiLetterUpper(word[0]) ? word[0] | 0x20 : word[0]];
        return second != 0 && (word.Length == 1 || (second & Second(word[1])) != 0);
    }

    // One bit per letter without regard to case; what is not ASCII may fold to anything.
    private static ulong Second(char letter) => !char.IsAscii(letter) ? ulong.MaxValue : 1UL << ((letter is 'y' or 'Y' ? 'i' : letter) & 31);

    public static ulong Together(IEnumerable<Mark> marks) => marks.Aggregate(0UL, (all, mark) => all | mark.Word);

    /// <summary>What a set of words is worth, each counted once.</summary>
    public double Worth(ulong words)
    {
        var worth = 0.0;
        for (var at = 0; at < _weights.Count; at++)
            if ((words & (1UL << at)) != 0) worth += _weights[at];
        return worth;
    }
}
