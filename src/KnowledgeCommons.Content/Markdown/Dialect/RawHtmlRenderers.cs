using System.Text;
using KnowledgeCommons.Content.Markdown.Html;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeCommons.Content.Markdown.Dialect;

internal sealed class RawHtmlBlockRenderer : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock block)
    {
        var piece = new StringBuilder();
        for (var i = 0; i < block.Lines.Count; i++) piece.Append(block.Lines.Lines[i].Slice.AsSpan()).Append('\n');
        RawHtml.Write((MarkupRenderer)renderer, piece.ToString(), block.Line);
    }
}

/// <summary>One tag inside text. A tag of an element that is not kept is let through only with its end; else it is meant as text.</summary>
internal sealed class RawHtmlInlineRenderer : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline inline)
    {
        if (!renderer.EnableHtmlForInline) return;
        var markup = (MarkupRenderer)renderer;
        var name = TagNames.NameOf(inline.Tag);
        if (AllowList.Find(name) is not { } rule || inline.Tag[1] == '/' || rule.Fate == Fate.Keep)
            RawHtml.Write(markup, inline.Tag, inline.Line);
        else if (inline.Tag.Length <= RawHtml.LongestTag && (rule.IsVoid ? inline.Tag.Contains('=') : HasEnd(inline, rule.Name)))
            WriteTag(markup, inline.Tag, rule);
        else
            renderer.WriteEscape(inline.Tag);
    }

    private static void WriteTag(MarkupRenderer markup, string tag, ElementRule rule)
    {
        markup.SawTag(rule);
        markup.Write(tag);
    }

    private static bool HasEnd(Inline start, string name)
    {
        const int farthest = 200;
        var at = start.NextSibling;
        for (var steps = 0; at is not null && steps < farthest; at = at.NextSibling, steps++)
        {
            if (at is HtmlInline { Tag: var tag } && tag.StartsWith("</", StringComparison.Ordinal)
                && TagNames.NameOf(tag).Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
