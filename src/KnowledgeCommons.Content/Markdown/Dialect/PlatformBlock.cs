using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>What stands between <c>:::for windows</c> and <c>:::</c>: shown to everybody, marked with its platforms.</summary>
internal sealed class PlatformBlock(BlockParser parser) : ContainerBlock(parser)
{
    public List<string> Keys { get; } = [];

    public List<string> Names { get; } = [];

    /// <summary>False when its end was never written: then it is shown without a frame, or the rest of the page would stand in it.</summary>
    public bool HasEnd { get; set; }
}
