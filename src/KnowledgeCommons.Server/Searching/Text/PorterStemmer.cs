namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// Takes English endings off, step by step as in M. F. Porter, "An algorithm for suffix stripping", 1980, and in exactly the way of SQLite's
/// <c>porter</c> tokenizer, whose index it has to agree with (a test compares the two).
/// </summary>
internal static class PorterStemmer
{
    private static readonly (string Suffix, string Instead)[] Second =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("logi", "log"), ("bli", "ble"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"),
        ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble")
    ];

    private static readonly (string Suffix, string Instead)[] Third =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] Fourth =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize"
    ];

    /// <summary>Stems the word in place and returns its new length. The buffer must have room for one letter more than the word, up to 64.</summary>
    public static int Stem(Span<char> word, int length)
    {
        if (length is < 3 or >= Searching.Stem.Longest) return length;
        length = Plural(word, length);
        length = PastOrProgressive(word, length);
        if (word[length - 1] == 'y' && HasVowel(word[..(length - 1)])) word[length - 1] = 'i';
        length = Replace(Second, word, length);
        length = Replace(Third, word, length);
        length = Strip(word, length);
        return FinalLetter(word, length);
    }

    private static int Plural(ReadOnlySpan<char> word, int length)
    {
        var at = word[..length];
        if (at[^1] != 's') return length;
        if (at[^2] != 'e') return at[^2] == 's' ? length : length - 1;
        return (length > 4 && at.EndsWith("sses")) || (length > 3 && at[^3] == 'i') ? length - 2 : length - 1;
    }

    private static int PastOrProgressive(Span<char> word, int length)
    {
        ReadOnlySpan<char> at = word[..length];
        if (length > 3 && at.EndsWith("eed")) return Measure(at[..^3]) > 0 ? length - 1 : length;
        var ending = length > 2 && at.EndsWith("ed") ? 2 : length > 3 && at.EndsWith("ing") ? 3 : 0;
        return ending > 0 && HasVowel(at[..^ending]) ? Mend(word, length - ending) : length;
    }

    // What is left of "hopping" or "filing" gets the shape of the word it came from.
    private static int Mend(Span<char> word, int length)
    {
        ReadOnlySpan<char> at = word[..length];
        var wantsE = length > 2 && (at.EndsWith("at") || at.EndsWith("bl") || at.EndsWith("iz"));
        var isDouble = length > 1 && at[^1] == at[^2] && !IsVowel(at[^1], afterConsonant: false);
        if (!wantsE && isDouble && at[^1] is not ('l' or 's' or 'z')) return length - 1;
        if (!wantsE && !(Measure(at) == 1 && EndsShort(at))) return length;
        word[length] = 'e';
        return length + 1;
    }

    private static int Replace((string Suffix, string Instead)[] endings, Span<char> word, int length)
    {
        foreach (var (suffix, instead) in endings)
        {
            if (length <= suffix.Length || !((ReadOnlySpan<char>)word[..length]).EndsWith(suffix)) continue;
            var stem = length - suffix.Length;
            if (Measure(word[..stem]) == 0) return length;
            instead.CopyTo(word[stem..]);
            return stem + instead.Length;
        }
        return length;
    }

    private static int Strip(ReadOnlySpan<char> word, int length)
    {
        foreach (var suffix in Fourth)
        {
            if (length <= suffix.Length || !word[..length].EndsWith(suffix)) continue;
            var stem = word[..(length - suffix.Length)];
            return Measure(stem) > 1 && (suffix != "ion" || stem[^1] is 's' or 't') ? stem.Length : length;
        }
        return length;
    }

    private static int FinalLetter(ReadOnlySpan<char> word, int length)
    {
        if (word[length - 1] == 'e')
        {
            var stem = word[..(length - 1)];
            var measure = Measure(stem);
            if (measure > 1 || (measure == 1 && !EndsShort(stem))) length--;
        }
        return length > 1 && word[length - 1] == 'l' && word[length - 2] == 'l' && Measure(word[..(length - 1)]) > 1 ? length - 1 : length;
    }

    // Porter's m, counted up to 2: how often a vowel is followed by a consonant.
    private static int Measure(ReadOnlySpan<char> stem)
    {
        var measure = 0;
        var consonant = false;
        var afterVowel = false;
        foreach (var letter in stem)
        {
            consonant = !IsVowel(letter, consonant);
            if (consonant && afterVowel && ++measure == 2) return measure;
            afterVowel = !consonant;
        }
        return measure;
    }

    // Porter's *o: consonant, vowel, consonant, and the last is not w, x or y.
    private static bool EndsShort(ReadOnlySpan<char> stem)
    {
        if (stem.Length < 3 || stem[^1] is 'w' or 'x' or 'y') return false;
        var pattern = 0;
        var consonant = false;
        foreach (var letter in stem)
        {
            consonant = !IsVowel(letter, consonant);
            pattern = (pattern << 1) | (consonant ? 1 : 0);
            // The tokenizer counts bytes, and a letter beyond ASCII has several.
            if (!char.IsAscii(letter)) pattern = (pattern << 1) | 1;
        }
        return (pattern & 0b111) == 0b101;
    }

    private static bool HasVowel(ReadOnlySpan<char> stem)
    {
        for (var at = 0; at < stem.Length; at++)
            if (IsVowel(stem[at], afterConsonant: at > 0)) return true;
        return false;
    }

    private static bool IsVowel(char letter, bool afterConsonant) => letter is 'a' or 'e' or 'i' or 'o' or 'u' || (afterConsonant && letter == 'y');
}
