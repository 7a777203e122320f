namespace KnowledgeCommons.Server.Searching;

/// <summary>A word of a text that was searched for: where it stands, and which of the sought words it is (one bit each).</summary>
internal readonly record struct Mark(int Start, int Length, ulong Word)
{
    public int End => Start + Length;
}

/// <summary>
/// The words that were searched for, and what each is worth. Finds them in texts by their stems, if asked to also by their German ones. Several stems with
/// spaces between are one thing: they are found only where they follow each other.
/// </summary>
internal sealed class SoughtWords
{
    private const int Most = 64;
    private readonly Dictionary<string, int> _places = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _placeOf;
    private readonly List<ulong> _alone = [];
    private readonly List<(int[] Words, ulong Bit)> _phrases = [];
    private readonly List<double> _weights = [];
    private readonly List<(string Run, ulong Bit)> _runs = [];
    private readonly bool _alsoGerman;
    private readonly ulong[] _beginnings = new ulong[128];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _met = new Dictionary<string, int>().GetAlternateLookup<ReadOnlySpan<char>>();

    public SoughtWords(IEnumerable<(string Stems, double Weight)> words, bool alsoGerman = false)
    {
        _alsoGerman = alsoGerman;
        _placeOf = _places.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (stems, weight) in words)
        {
            var parts = stems.Split(' ');
            if (_weights.Count == Most || parts.Any(part => part.Length == 0)) continue;
            var bit = 1UL << _weights.Count;
            _weights.Add(weight);
            if (parts.Length > 1) _phrases.Add(([.. parts.Select(Place)], bit));
            else _alone[Place(stems)] |= bit;
            if (Cjk.HasAny(stems)) _runs.Add((stems, bit));
        }
    }

    public List<Mark> In(string text)
    {
        var found = new List<Mark>();
        var row = new List<(int Start, int Place)>();
        foreach (var (start, length) in new Words(text))
        {
            var word = text.AsSpan(start, length);
            var place = -1;
            if (_runs.Count > 0 && Cjk.Is(word[0])) MarkRuns(text, start, length, found);
            else if (MayBeSought(word)) place = PlaceOf(word);
            if (place < 0) row.Clear();
            else
            {
                row.Add((start, place));
                MarkLast(row, start + length, found);
            }
        }
        return found;
    }

    // The last of known words that follow each other: by itself, and as the end of a phrase, which takes the marks inside it along.
    private void MarkLast(List<(int Start, int Place)> row, int end, List<Mark> found)
    {
        var (start, place) = row[^1];
        if (_alone[place] is > 0 and var bit) found.Add(new(start, end - start, bit));
        foreach (var (words, phrase) in _phrases)
        {
            if (words.Length > row.Count || words.Where((word, at) => row[row.Count - words.Length + at].Place != word).Any()) continue;
            var (from, all) = (row[^words.Length].Start, phrase);
            for (; found.Count > 0 && found[^1].End > from; found.RemoveAt(found.Count - 1))
                (from, all) = (Math.Min(from, found[^1].Start), all | found[^1].Word);
            found.Add(new(from, end - from, all));
        }
    }

    private int Place(string stem)
    {
        if (_places.TryGetValue(stem, out var known)) return known;
        if (char.IsAscii(stem[0])) _beginnings[stem[0]] |= stem.Length == 1 ? ulong.MaxValue : Second(stem[1]);
        _alone.Add(0);
        return _places[stem] = _alone.Count - 1;
    }

    private void MarkRuns(string text, int start, int length, List<Mark> found)
    {
        foreach (var (run, bit) in _runs)
            for (var at = Next(run, start); at >= 0; at = Next(run, at + run.Length))
                if (found.Count == 0 || found[^1].End <= at) found.Add(new(at, run.Length, bit));

        int Next(string run, int from) => text.IndexOf(run, from, start + length - from, StringComparison.Ordinal);
    }

    // The texts of one answer use the same words again and again: each is stemmed once. -1: not sought.
    private int PlaceOf(ReadOnlySpan<char> word)
    {
        if (_met.TryGetValue(word, out var known)) return known;
        Span<char> stem = stackalloc char[Stem.Longest];
        if (!_placeOf.TryGetValue(stem[..Stem.Of(word, stem)], out var place)
            && !(_alsoGerman && word.Length <= Stem.Longest && _places.TryGetValue(Stem.Of(GermanStemmer.Stem(word.ToString())), out place))) place = -1;
        return _met[word] = place;
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
