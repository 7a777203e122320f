using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>What articles may use beyond Markdig's extensions, and how some of its blocks are written differently here.</summary>
internal sealed class ArticleDialect : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new ColonBlockParser());
        pipeline.InlineParsers.Insert(0, new WebLinkParser());
        pipeline.InlineParsers.InsertBefore<AutolinkInlineParser>(new CommentParser());
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new AlertParser());
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new DocsMarkerParser());
        pipeline.InlineParsers.Replace<LinkInlineParser>(new NearLinkParser());
        pipeline.InlineParsers.Add(new ColonInlineParser());
        pipeline.InlineParsers.Add(new ImageSizeParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.Insert(0, new PlatformBlockRenderer());
        renderer.ObjectRenderers.Insert(0, new SeenBlockRenderer());
        renderer.ObjectRenderers.Replace<QuoteBlockRenderer>(new QuoteRenderer());
        renderer.ObjectRenderers.Replace<HtmlBlockRenderer>(new RawHtmlBlockRenderer());
        renderer.ObjectRenderers.Replace<HtmlInlineRenderer>(new RawHtmlInlineRenderer());
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new TableRenderer());
        renderer.ObjectRenderers.Replace<HtmlTaskListRenderer>(new TaskRenderer());
    }
}
