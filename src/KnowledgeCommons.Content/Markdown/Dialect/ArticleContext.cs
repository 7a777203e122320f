using Markdig;
using Markdig.Parsers;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>Carries what belongs to one article through Markdig's parsers, which are shared by all articles.</summary>
internal sealed class ArticleContext(FindingTally findings, int firstLine) : MarkdownParserContext
{
    private const int MostFarLooks = 300;

    private int _farLooks;

    // RawBody parses every document with a context of this type.
    public static ArticleContext Of(BlockProcessor processor) => (ArticleContext)processor.Context!;

    // RawBody parses every document with a context of this type.
    public static ArticleContext Of(InlineProcessor processor) => (ArticleContext)processor.Context!;

    public void Add(string rule, int lineIndex, string name) => findings.Add(rule, firstLine + lineIndex, name);

    /// <summary>True a limited number of times in one article.</summary>
    public bool MayLookFar() => ++_farLooks <= MostFarLooks;
}
