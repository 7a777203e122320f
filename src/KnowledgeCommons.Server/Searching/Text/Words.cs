using System.Buffers;
using System.Globalization;
using System.Text;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// Where the words of a text stand, cut as the index cuts them: letters, digits and their marks; everything else is between words. An apostrophe between
/// letters belongs to its word ("can't" is one word, and the same as "cant"). Letters without spaces between words (see <see cref="Cjk"/>) are a word of
/// their own.
/// </summary>
internal readonly ref struct Words(ReadOnlySpan<char> text)
{
    private static readonly SearchValues<char> Apostrophes = SearchValues.Create("'’‘ʼ´`＇");
    private readonly ReadOnlySpan<char> _text = text;

    public Enumerator GetEnumerator() => new(_text);

    /// <summary>The text without the apostrophes inside its words: what is given to the index, in articles and in queries alike.</summary>
    public static string WithoutApostrophes(string text)
    {
        var first = text.AsSpan().IndexOfAny(Apostrophes);
        if (first < 0) return text;
        var kept = new StringBuilder(text.Length).Append(text, 0, first);
        for (var at = first; at < text.Length; at++)
            if (!IsInside(text, at)) kept.Append(text[at]);
        return kept.ToString();
    }

    internal static bool IsApostrophe(char letter) => Apostrophes.Contains(letter);

    private static bool IsInside(ReadOnlySpan<char> text, int at) =>
        IsApostrophe(text[at]) && at > 0 && at + 1 < text.Length && IsWordCharacter(text[at - 1]) && IsWordCharacter(text[at + 1]);

    private static bool IsWordCharacter(char letter) =>
        char.IsAscii(letter) ? char.IsAsciiLetterOrDigit(letter) : !IsApostrophe(letter) && IsWordCategory(char.GetUnicodeCategory(letter));

    private static bool IsWordCategory(UnicodeCategory category) =>
        category is <= UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
            or UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse;

    internal ref struct Enumerator(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _at;

        /// <summary>Start and length of a word.</summary>
        public (int Start, int Length) Current { get; private set; }

        public bool MoveNext() => NextAscii() ?? NextOfAny();

        // Nearly all words of nearly all texts; null: look closer.
        private bool? NextAscii()
        {
            var text = _text;
            var start = _at;
            if (start < text.Length && IsApostrophe(text[start])) return null;
            while (start < text.Length && char.IsAscii(text[start]) && !char.IsAsciiLetterOrDigit(text[start])) start++;
            var end = start;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
            if (end < text.Length && (!char.IsAscii(text[end]) || text[end] is '\'' or '`')) return null;
            (_at, Current) = (end, (start, end - start));
            return end > start;
        }

        private bool NextOfAny()
        {
            while (_at < _text.Length && Width(_at) == 0) _at++;
            var start = _at;
            while (_at < _text.Length && Width(_at) is > 0 and var width && (_at == start || Cjk.Is(_text[_at]) == Cjk.Is(_text[start]))) _at += width;
            Current = (start, _at - start);
            return _at > start;
        }

        // Letters beyond the basic plane take two characters; half of such a letter is no letter.
        private readonly int Width(int at)
        {
            var letter = _text[at];
            if (char.IsAsciiLetterOrDigit(letter)) return 1;
            if (char.IsAscii(letter) && !IsApostrophe(letter)) return 0;
            if (char.IsHighSurrogate(letter) && at + 1 < _text.Length && char.IsLowSurrogate(_text[at + 1]))
                return IsWordCategory(Rune.GetUnicodeCategory(new Rune(letter, _text[at + 1]))) ? 2 : 0;
            return IsWordCharacter(letter) || IsInside(_text, at) ? 1 : 0;
        }
    }
}
