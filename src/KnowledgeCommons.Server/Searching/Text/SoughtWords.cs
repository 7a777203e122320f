namespace KnowledgeCommons.Server.Searching;

/// <summary>A word of a text that was searched for: where it stands, and which of the sought words it is (one bit each).</summary>
internal readonly record struct Mark(int Start, int Length, ulong Word)
{
    public int End => Start + Length;
}

/// <summary>The words that were searched for, and what each is worth. Finds them in texts by their stems, if asked to also by their German ones.</summary>
internal sealed class SoughtWords
{
    private const int Most = 64;
    private readonly Dictionary<string, ulong> _bits = [];
    private readonly Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _bitOf;
    private readonly List<double> _weights = [];
    private readonly List<(string Run, ulong Bit)> _runs = [];
    private readonly bool _alsoGerman;
    private readonly ulong[] _beginnings = new ulong[128];
    private readonly Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _met = new Dictionary<string, ulong>().GetAlternateLookup<ReadOnlySpan<char>>();

    public SoughtWords(IEnumerable<(string Stem, double Weight)> words, bool alsoGerman = false)
    {
        _alsoGerman = alsoGerman;
        _bitOf = _bits.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (stem, weight) in words.Where(word => word.Stem.Length > 0).Take(Most))
        {
            _bits.Add(stem, 1UL << _weights.Count);
            if (Cjk.HasAny(stem)) _runs.Add((stem, 1UL << _weights.Count));
            _weights.Add(weight);
            if (char.IsAscii(stem[0])) _beginnings[stem[0]] |= stem.Length == 1 ? ulong.MaxValue : Second(stem[1]);
        }
    }

    public List<Mark> In(string text)
    {
        var found = new List<Mark>();
        foreach (var (start, length) in new Words(text))
        {
            var word = text.AsSpan(start, length);
            if (_runs.Count > 0 && Cjk.Is(word[0])) MarkRuns(text, start, length, found);
            else if (MayBeSought(word) && BitOf(word) is > 0 and var bit) found.Add(new(start, length, bit));
        }
        return found;
    }

    private void MarkRuns(string text, int start, int length, List<Mark> found)
    {
        foreach (var (run, bit) in _runs)
            for (var at = Next(run, start); at >= 0; at = Next(run, at + run.Length))
                if (found.Count == 0 || found[^1].End <= at) found.Add(new(at, run.Length, bit));

        int Next(string run, int from) => text.IndexOf(run, from, start + length - from, StringComparison.Ordinal);
    }

    // The texts of one answer use the same words again and again: each is stemmed once.
    private ulong BitOf(ReadOnlySpan<char> word)
    {
        if (_met.TryGetValue(word, out var known)) return known;
        Span<char> stem = stackalloc char[Stem.Longest];
        _bitOf.TryGetValue(stem[..Stem.Of(word, stem)], out var bit);
        if (bit == 0 && _alsoGerman && word.Length <= Stem.Longest) _bits.TryGetValue(Stem.Of(GermanStemmer.Stem(word.ToString())), out bit);
        return _met[word] = bit;
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
