using System.Text;

namespace KnowledgeCommons.Server.Searching;

/// <summary>How the words of each language get into the index. English endings are taken off by the index itself, from every text.</summary>
internal static class Languages
{
    public static bool IsGerman(string language) => language.StartsWith("de", StringComparison.OrdinalIgnoreCase) && (language.Length == 2 || language[2] == '-');

    /// <summary>A text as it is given to the index to be completed while it is typed: its words whole.</summary>
    public static string Plain(string text) => Cjk.Apart(Words.WithoutApostrophes(text));

    /// <summary>A text of an article as it is given to the index to be found.</summary>
    public static string Indexed(string text, string language)
    {
        var plain = Plain(text);
        if (!IsGerman(language)) return plain;
        var stemmed = new StringBuilder(plain.Length);
        var end = 0;
        foreach (var (start, length) in new Words(plain))
        {
            stemmed.Append(plain, end, start - end).Append(GermanStemmer.Stem(plain.Substring(start, length)));
            end = start + length;
        }
        return stemmed.Append(plain, end, plain.Length - end).ToString();
    }
}
