using KnowledgeCommons.Server.Searching;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Term = Lucene.Net.Index.Term;

namespace KnowledgeCommons.Search.Lucene;

/// <summary>Expressions as queries of Lucene. They are built, never parsed: nothing a person types is ever syntax.</summary>
internal static class LuceneQuery
{
    private const float CodeCounts = 2;
    private const int MostWords = 64;

    // How many synonyms a word has is up to the authors.
    static LuceneQuery() => BooleanQuery.MaxClauseCount = int.MaxValue;

    /// <summary>Articles with their score: by all they say, and once more by what they are called.</summary>
    public static Query Scoring(Expression sought) => Of(sought, isNamed: false, Scored);

    /// <summary>The same articles without a score worth anything.</summary>
    public static Query Matching(Expression sought) => Of(sought, isNamed: false, (leaf, isNamed) => Stemmed(leaf, isNamed ? Fields.Named : Fields.Text));

    /// <summary>Titles or headings with these words, endings and all.</summary>
    public static Query Completing(Expression sought, string field) => Of(sought, isNamed: false, (leaf, _) => Leaf(leaf, field, Tokens.Folded));

    private static Query Of(Expression sought, bool isNamed, Func<Expression, bool, Query> leaf) => sought switch
    {
        Named named => Of(named.Part, isNamed: true, leaf),
        Within within => new BooleanQuery(disableCoord: true)
        {
            { Of(within.Part, isNamed, leaf), Occur.MUST },
            { In(within.Languages), within.IsOutside ? Occur.MUST_NOT : Occur.MUST }
        },
        AllOf all => Together(all, Occur.MUST, isNamed, leaf),
        AnyOf any => Together(any, Occur.SHOULD, isNamed, leaf),
        AllButOneOf most => AtLeast(most.Parts.Count - 1, Together(most, Occur.SHOULD, isNamed, leaf)),
        _ => leaf(sought, isNamed)
    };

    private static BooleanQuery Together(Several several, Occur occur, bool isNamed, Func<Expression, bool, Query> leaf)
    {
        var together = new BooleanQuery(disableCoord: true);
        foreach (var part in several.Parts) together.Add(Of(part, isNamed, leaf), occur);
        return together;
    }

    // Which language it is in says nothing about how well it fits.
    private static ConstantScoreQuery In(IReadOnlyList<string> languages)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var language in languages) any.Add(new TermQuery(new Term(Fields.Language, language)), Occur.SHOULD);
        return new ConstantScoreQuery(any) { Boost = 0 };
    }

    private static BooleanQuery AtLeast(int parts, BooleanQuery of)
    {
        of.MinimumNumberShouldMatch = parts;
        return of;
    }

    private static Query Scored(Expression leaf, bool isNamed) => leaf is CodeForm
        ? Stemmed(leaf, isNamed ? Fields.Named : Fields.Text)
        : new BooleanQuery(disableCoord: true)
        {
            { Stemmed(leaf, Fields.Text), isNamed ? Occur.SHOULD : Occur.MUST },
            { Stemmed(leaf, Fields.Named), isNamed ? Occur.MUST : Occur.SHOULD }
        };

    private static Query Stemmed(Expression leaf, string field) => leaf is CodeForm code
        ? field == Fields.Named ? Nothing : new TermQuery(new Term(Fields.Codes, code.Form)) { Boost = CodeCounts }
        : Leaf(leaf, field, Tokens.Stemmed);

    private static Query Leaf(Expression leaf, string field, Func<string, List<string>> tokens) => leaf switch
    {
        Following following => Phrase(field, tokens(following.Words)),
        Beginning beginning when tokens(beginning.Letters) is [{ Length: > 0 } letters] => Prefix(field, letters),
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

    private static PrefixQuery Prefix(string field, string letters)
    {
        var prefix = new PrefixQuery(new Term(field, letters));
        // Unfinished words are weighed as well: a title counts more than a text.
        if (field is Fields.Text or Fields.Named) prefix.MultiTermRewriteMethod = new MultiTermQuery.TopTermsScoringBooleanQueryRewrite(MostWords);
        return prefix;
    }

    private static BooleanQuery Nothing => [];
}
