namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// The languages of the articles (in lower case, with how many articles each has), and how a match is kept to one of them. "de" takes "de-at" along;
/// null is every language.
/// </summary>
internal sealed class SpokenLanguages(IReadOnlyDictionary<string, int> articles)
{
    /// <summary>Whether there is any article in it.</summary>
    public bool Has(string? language) => language is null || articles.Keys.Any(spoken => Speaks(spoken, language));

    /// <summary>Whether there are articles in no other.</summary>
    public bool HasOnly(string? language) => language is null || articles.Keys.All(spoken => Speaks(spoken, language));

    /// <summary>What matches in articles of a language. It names the side with fewer articles, which costs less to look through.</summary>
    public Expression Within(Expression part, string? language)
    {
        var sides = articles.ToLookup(each => language is null || Speaks(each.Key, language));
        if (!sides[false].Any()) return part;
        var isRarer = sides[true].Sum(each => each.Value) <= sides[false].Sum(each => each.Value);
        return new Within(part, [.. sides[isRarer].Select(each => each.Key)], IsOutside: !isRarer);
    }

    private static bool Speaks(string spoken, string language) => Facet.IsIn(spoken, language, '-');
}
