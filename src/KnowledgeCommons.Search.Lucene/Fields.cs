using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Search.Lucene;

/// <summary>The fields of the index. An article is one document; each of its headings is another, so that it can be suggested.</summary>
internal static class Fields
{
    /// <summary>A term for finding an article and a number for telling which it is; headings have neither.</summary>
    public const string Id = "id";

    /// <summary>Of an article and its headings, so that they go together.</summary>
    public const string Slug = "slug";

    /// <summary>What an article is called and its symptoms, by stems; each word as often as its field weighs.</summary>
    public const string Called = "called";

    public const string Headings = "headings";

    /// <summary>Summary, text and codes, by stems; each word as often as its field weighs.</summary>
    public const string Rest = "rest";

    /// <summary>How many words stand in what an article is called.</summary>
    public const string CalledLength = "called-length";

    /// <summary>How many words stand in all the rest of it.</summary>
    public const string OtherLength = "other-length";

    public const string Codes = "codes";

    /// <summary>The language of an article, in lower case; headings have none.</summary>
    public const string Language = "spoken";

    /// <summary>For whom an article or heading is (see <see cref="GateMark"/>).</summary>
    public const string Gate = "gate";

    /// <summary>The words of a title with their endings, to be completed.</summary>
    public const string Title = "title";

    /// <summary>The words of one heading with their endings, to be completed.</summary>
    public const string Heading = "heading";

    /// <summary>Words that a misspelt one may have been meant as, of articles behind this gate.</summary>
    public static string TellingBehind(Gate gate) => $"telling {GateMark.Write(gate)}";

    /// <summary>What a suggestion shows, in one piece beside the documents.</summary>
    public const string Card = "card";

    /// <summary>What an article can be narrowed by, in one piece beside the documents.</summary>
    public const string Facet = "facet";
}
