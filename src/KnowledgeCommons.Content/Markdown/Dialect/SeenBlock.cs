using Markdig.Parsers;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>
/// A part for some people only, as those see it: in a frame that says whom it is for, so that nobody reads it out to others. The frame is drawn in place of the marks
/// that are cut out of the text (see <see cref="OnlyBlocks"/>); whoever writes its words by hand hides nothing.
/// </summary>
internal sealed class SeenBlock(BlockParser parser, string groups) : LayoutBlock(parser, Finish)
{
    public const string Begin = "seen";
    public const string Finish = "seen-end";

    public string Groups => groups;
}
