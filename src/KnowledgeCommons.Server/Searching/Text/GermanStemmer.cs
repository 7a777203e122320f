namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// Takes German endings off: the Snowball stemmer "german2" of M. F. Porter (https://snowballstem.org/algorithms/german2/stemmer.html), which also
/// takes "ae", "oe" and "ue" for umlauts. Articles in German are indexed by these stems.
/// </summary>
internal static class GermanStemmer
{
    private const string Vowels = "aeiouyäöü";

    public static string Stem(string word)
    {
        var text = Prelude(word.ToLowerInvariant());
        var first = Region(text, 0);
        var second = Region(text, first);
        text = Suffixes(Derivations(Cases(text, Math.Max(first, 3)), Math.Max(first, 3)), second);
        return text.Replace('ä', 'a').Replace('ö', 'o').Replace('ü', 'u');
    }

    private static string Prelude(string word)
    {
        var text = word.Replace("ß", "ss", StringComparison.Ordinal).Replace("ae", "ä", StringComparison.Ordinal).Replace("oe", "ö", StringComparison.Ordinal);
        for (var at = text.IndexOf("ue", StringComparison.Ordinal); at >= 0; at = text.IndexOf("ue", at + 1, StringComparison.Ordinal))
            if (at == 0 || (text[at - 1] != 'q' && !Vowels.Contains(text[at - 1], StringComparison.Ordinal))) text = text[..at] + 'ü' + text[(at + 2)..];
        return text;
    }

    // Where the region behind the first consonant that follows a vowel begins.
    private static int Region(string text, int from)
    {
        for (var at = from + 1; at < text.Length; at++)
            if (!IsVowel(text[at]) && IsVowel(text[at - 1])) return at + 1;
        return text.Length;
    }

    private static string Cases(string text, int region)
    {
        foreach (var ending in (string[])["ern", "em", "er", "en", "es", "e"])
            if (Ends(text, ending, region))
            {
                text = text[..^ending.Length];
                return ending is "e" or "en" or "es" && text.EndsWith("niss", StringComparison.Ordinal) ? text[..^1] : text;
            }
        return Ends(text, "s", region) && text.Length > 1 && "bdfghklmnrt".Contains(text[^2], StringComparison.Ordinal) ? text[..^1] : text;
    }

    private static string Derivations(string text, int region)
    {
        foreach (var ending in (string[])["est", "en", "er"])
            if (Ends(text, ending, region)) return text[..^ending.Length];
        return Ends(text, "st", region) && text.Length > 5 && "bdfghklmnt".Contains(text[^3], StringComparison.Ordinal) ? text[..^2] : text;
    }

    private static string Suffixes(string text, int region)
    {
        foreach (var ending in (string[])["isch", "lich", "heit", "keit", "end", "ung", "ig", "ik"])
        {
            if (!Ends(text, ending, region)) continue;
            var rest = text[..^ending.Length];
            if (ending is "ig" or "ik" or "isch") return rest.EndsWith('e') ? text : rest;
            if (ending is "end" or "ung") return Ends(rest, "ig", region) && !rest.EndsWith("eig", StringComparison.Ordinal) ? rest[..^2] : rest;
            if (ending is "lich" or "heit") return Ends(rest, "er", region) || Ends(rest, "en", region) ? rest[..^2] : rest;
            return Ends(rest, "lich", region) ? rest[..^4] : Ends(rest, "ig", region) ? rest[..^2] : rest;
        }
        return text;
    }

    private static bool Ends(string text, string ending, int region) =>
        text.Length - ending.Length >= region && text.EndsWith(ending, StringComparison.Ordinal);

    private static bool IsVowel(char letter) => Vowels.Contains(letter, StringComparison.Ordinal);
}
