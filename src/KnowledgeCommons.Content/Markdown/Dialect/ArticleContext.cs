using Markdig;
using Markdig.Parsers;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>Carries the findings of one article through Markdig's parsers, which are shared by all articles.</summary>
internal sealed class ArticleContext(FindingTally findings, int firstLine) : MarkdownParserContext
{
    // RawBody parses every document with a context of this type.
    public static ArticleContext Of(BlockProcessor processor) => (ArticleContext)processor.Context!;

    public void Add(string rule, int lineIndex, string name) => findings.Add(rule, firstLine + lineIndex, name);
}
