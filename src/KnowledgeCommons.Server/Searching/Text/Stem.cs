using System.Globalization;
using System.Text;

namespace KnowledgeCommons.Server.Searching;

/// <summary>The form under which the index knows a word: lower case, without diacritics and apostrophes, with its ending taken off.</summary>
internal static class Stem
{
    /// <summary>No word that people search for is longer; a longer one has no stem and is never marked.</summary>
    public const int Longest = 64;
    private const int MostAfterDecomposing = Longest * 4;

    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> stem = stackalloc char[Longest];
        return new string(stem[..Of(word, stem)]);
    }

    /// <summary>Writes the stem into a buffer of at least <see cref="Longest"/> characters and returns its length; 0 when the word is too long.</summary>
    public static int Of(ReadOnlySpan<char> word, Span<char> stem)
    {
        var length = WithEnding(word, stem);
        return length == 0 ? 0 : PorterStemmer.Stem(stem, length);
    }

    /// <summary>The same form with its ending; empty when the word is too long.</summary>
    public static string Folded(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[Longest];
        return new string(folded[..WithEnding(word, folded)]);
    }

    private static int WithEnding(ReadOnlySpan<char> word, Span<char> folded)
    {
        if (word.Length > Longest) return 0;
        return Ascii.IsValid(word) ? Fold(word, folded) : Decompose(word, folded);
    }

    private static int Decompose(ReadOnlySpan<char> word, Span<char> folded)
    {
        Span<char> decomposed = stackalloc char[MostAfterDecomposing];
        return word.TryNormalize(decomposed, out var length, NormalizationForm.FormD) ? Fold(decomposed[..length], folded) : 0;
    }

    private static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        foreach (var letter in word)
        {
            if (Words.IsApostrophe(letter) || (!char.IsAscii(letter) && char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)) continue;
            if (length == folded.Length) return 0;
            folded[length++] = char.ToLowerInvariant(letter);
        }
        return length;
    }
}
