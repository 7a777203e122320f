namespace KnowledgeCommons.Server.Searching;

/// <summary>Reads what a person typed or pasted: any text at all, of any length, gives a short list of different terms (none from punctuation alone).</summary>
internal static class TypedTerms
{
    // A pasted log says what it has to say long before this.
    private const int MostCharacters = 32_768;
    private const int MostTerms = 400;
    private const int MostWordsJoined = 8;

    public static IReadOnlyList<Term> In(string typed)
    {
        var text = typed.AsSpan(0, Math.Min(typed.Length, MostCharacters));
        var found = new OrderedDictionary<string, Term>();
        var joined = new List<string>();
        var end = 0;
        foreach (var (start, length) in new Words(text))
        {
            if (joined.Count > 0 && !(joined.Count < MostWordsJoined && AreJoined(text, end, start))) Add(found, joined);
            if (found.Count == MostTerms) break;
            joined.Add(Words.WithoutApostrophes(text.Slice(start, length).ToString()));
            end = start + length;
        }
        Add(found, joined);
        return [.. found.Values];
    }

    // A hyphen joins words; a dot does where a number goes on behind it.
    internal static bool AreJoined(ReadOnlySpan<char> text, int end, int start) =>
        start - end == 1 && (text[end] is '-' or '_' or '‐' or '‑' || (text[end] == '.' && char.IsAsciiDigit(text[start])));

    private static void Add(OrderedDictionary<string, Term> found, List<string> joined)
    {
        if (joined.Count == 0) return;
        string[] stems = [.. joined.Select(word => Stem.Of(word))];
        var saysLittle = joined.Count == 1 && StopWords.Contains(joined[0].ToLowerInvariant());
        found.TryAdd(string.Join(' ', joined).ToLowerInvariant(), new Term([.. joined], stems, saysLittle));
        joined.Clear();
    }
}
