namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// The languages of the articles (in lower case, with how many articles each has), and how a match is kept to one of them. "de" takes "de-at" along;
/// null is every language.
/// </summary>
internal sealed class SpokenLanguages(IReadOnlyDictionary<string, int> articles)
{
    /// <summary>What stands for a language in the index: one word that nobody types and that no stemmer shortens.</summary>
    public static string Mark(string language) => $"zqx{string.Concat(language.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit))}0";

    /// <summary>Whether there is any article in it.</summary>
    public bool Has(string? language) => language is null || articles.Keys.Any(spoken => Speaks(spoken, language));

    /// <summary>Whether there are articles in no other.</summary>
    public bool HasOnly(string? language) => language is null || articles.Keys.All(spoken => Speaks(spoken, language));

    /// <summary>An expression of FTS5 for what matches in articles of a language. It names the side with fewer articles, which costs less to look through.</summary>
    public string Within(string expression, string? language)
    {
        var sides = articles.ToLookup(each => language is null || Speaks(each.Key, language));
        if (!sides[false].Any()) return expression;
        return sides[true].Sum(each => each.Value) <= sides[false].Sum(each => each.Value)
            ? $"({expression} AND {In(sides[true])})"
            : $"({expression} NOT {In(sides[false])})";
    }

    private static bool Speaks(string spoken, string language) => Facet.IsIn(spoken, language, '-');

    private static string In(IEnumerable<KeyValuePair<string, int>> languages) =>
        $"language : ({string.Join(" OR ", languages.Select(each => $"\"{Mark(each.Key)}\""))})";
}
