using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Term = Lucene.Net.Index.Term;

namespace KnowledgeCommons.Search.Lucene;

/// <summary>Expressions as queries of Lucene. They are built, never parsed: nothing a person types is ever syntax.</summary>
internal static class LuceneQuery
{
    private static readonly string[] Everywhere = [Fields.Called, Fields.Headings, Fields.Rest];
    private static readonly string[] InNames = [Fields.Called, Fields.Headings];

    // How many synonyms a word has is up to the authors.
    static LuceneQuery() => BooleanQuery.MaxClauseCount = int.MaxValue;

    /// <summary>Articles that match.</summary>
    public static Query Matching(Expression sought) => Of(sought, isNamed: false, (leaf, isNamed) => Any(Places(leaf, isNamed).Select(place => place.Query)));

    /// <summary>Articles that have a word anywhere, by its stem.</summary>
    public static Query WithStem(string stem) => Any(Everywhere.Select(field => new TermQuery(new Term(field, stem))));

    /// <summary>Articles and headings behind one of these gates.</summary>
    public static Query Behind(IEnumerable<Gate> gates) => Any(gates.Select(gate => new TermQuery(new Term(Fields.Gate, GateMark.Write(gate)))));

    public static Query Both(Query one, Query other) => new BooleanQuery(disableCoord: true) { { one, Occur.MUST }, { other, Occur.MUST } };

    /// <summary>Of each leaf of an expression, in their order, in which field it is counted by which query.</summary>
    public static IEnumerable<IReadOnlyList<(string Field, Query Query)>> Leaves(Expression sought, bool isNamed = false) => sought switch
    {
        Several several => several.Parts.SelectMany(part => Leaves(part, isNamed)),
        Named named => Leaves(named.Part, isNamed: true),
        Within within => Leaves(within.Part, isNamed).Concat(within.Languages.Select(language => Places(new InLanguage(language), isNamed))),
        _ => [Places(sought, isNamed)]
    };

    /// <summary>Titles or headings with these words, endings and all.</summary>
    public static Query Completing(Expression sought, string field) => Of(sought, isNamed: false, (leaf, _) => Leaf(leaf, field, Tokens.Folded));

    private static Query Of(Expression sought, bool isNamed, Func<Expression, bool, Query> leaf) => sought switch
    {
        Named named => Of(named.Part, isNamed: true, leaf),
        Within within => new BooleanQuery(disableCoord: true)
        {
            { Of(within.Part, isNamed, leaf), Occur.MUST },
            { Any(within.Languages.Select(Language)), within.IsOutside ? Occur.MUST_NOT : Occur.MUST }
        },
        AllOf all => Together(all, Occur.MUST, isNamed, leaf),
        AnyOf any => Together(any, Occur.SHOULD, isNamed, leaf),
        _ => leaf(sought, isNamed)
    };

    private static BooleanQuery Together(Several several, Occur occur, bool isNamed, Func<Expression, bool, Query> leaf)
    {
        var together = new BooleanQuery(disableCoord: true);
        foreach (var part in several.Parts) together.Add(Of(part, isNamed, leaf), occur);
        return together;
    }

    private static TermQuery Language(string language) => new(new Term(Fields.Language, language));

    private static IReadOnlyList<(string Field, Query Query)> Places(Expression leaf, bool isNamed) => leaf switch
    {
        InLanguage language => [(Fields.Language, Language(language.Language))],
        CodeForm when isNamed => [],
        CodeForm code => [(Fields.Rest, new TermQuery(new Term(Fields.Rest, Stem.Of(code.Form))))],
        _ => [.. (isNamed ? InNames : Everywhere).Select(field => (field, Leaf(leaf, field, Tokens.Stemmed)))]
    };

    private static Query Any(IEnumerable<Query> queries)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var query in queries) any.Add(query, Occur.SHOULD);
        return any;
    }

    private static Query Leaf(Expression leaf, string field, Func<string, List<string>> tokens) => leaf switch
    {
        Following following => Phrase(field, tokens(following.Words)),
        Beginning beginning when tokens(beginning.Letters) is [{ Length: > 0 } letters] => new PrefixQuery(new Term(field, letters)),
        Beginning => Nothing,
        _ => throw new ArgumentException($"not known to Lucene: {leaf.GetType().Name}", nameof(leaf))
    };

    private static Query Phrase(string field, List<string> words)
    {
        if (words.Count == 0 || words.Contains("")) return Nothing;
        if (words.Count == 1) return new TermQuery(new Term(field, words[0]));
        var phrase = new PhraseQuery();
        foreach (var word in words) phrase.Add(new Term(field, word));
        return phrase;
    }

    private static BooleanQuery Nothing => [];
}
