using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>
/// A <c>:::row:::</c> or <c>:::column:::</c> of Microsoft's dialect. Only its content is shown; the block exists to take off
/// the content's indentation, which would otherwise make it code.
/// </summary>
internal class LayoutBlock(BlockParser parser, string end) : ContainerBlock(parser)
{
    public string End { get; } = end;

    /// <summary>Columns of indentation of the first line inside; null until there is one.</summary>
    public int? Indent { get; set; }
}
