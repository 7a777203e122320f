using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>
/// Blocks that begin with three colons. Only <c>:::for</c> makes something; Microsoft's fences are swallowed and what they enclose
/// is shown. No fence can hide the rest of a page.
/// </summary>
internal sealed class ColonBlockParser : BlockParser
{
    private const int CodeIndent = 4;

    private static readonly HashSet<string> Inline = ["image", "no-loc"];

    private static readonly HashSet<string> Swallowed =
        ["", SeenBlock.Finish, "row-end", "column-end", "image-end", "zone", "zone-end", "moniker", "moniker-end"];

    public ColonBlockParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || !ColonLine.TryRead(processor.Line.AsSpan(), out var line)) return BlockState.None;
        var word = line.Word.ToString().ToLowerInvariant();
        if (Inline.Contains(word)) return BlockState.None;
        switch (word)
        {
            case "for": processor.NewBlocks.Push(Platform(processor, line.Rest)); return BlockState.ContinueDiscard;
            case SeenBlock.Begin: processor.NewBlocks.Push(new SeenBlock(this, line.Rest.ToString().Trim())); return BlockState.ContinueDiscard;
            case "row" or "column": processor.NewBlocks.Push(new LayoutBlock(this, word + "-end")); return BlockState.ContinueDiscard;
        }
        // Those that keep something from somebody are cut out before: one that is still there was not understood alike.
        if (word == "only") ArticleContext.Of(processor).Add("only-block", processor.LineIndex, ":::only " + line.Rest.ToString());
        else if (!Swallowed.Contains(word)) ArticleContext.Of(processor).Add("unknown-block", processor.LineIndex, ":::" + word);
        return BlockState.BreakDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        block is PlatformBlock platform ? Continue(processor, platform) : Continue(processor, (LayoutBlock)block);

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is PlatformBlock { HasEnd: false } platform)
            ArticleContext.Of(processor).Add("unclosed-block", platform.Line, ":::for " + string.Join(' ', platform.Names));
        return true;
    }

    private static BlockState Continue(BlockProcessor processor, PlatformBlock platform)
    {
        if (!IsColonLine(processor, out var line)) return BlockState.Continue;
        if (line.Word.IsEmpty)
        {
            platform.HasEnd = true;
            return BlockState.BreakDiscard;
        }
        if (!line.Word.Equals("for", StringComparison.OrdinalIgnoreCase)) return BlockState.Continue;
        platform.HasEnd = true;
        return BlockState.None;
    }

    private static BlockState Continue(BlockProcessor processor, LayoutBlock layout)
    {
        if (processor.IsBlankLine) return BlockState.Continue;
        if (processor.CurrentBlock is not FencedCodeBlock && ColonLine.TryRead(processor.Line.AsSpan(), out var line)
            && line.Word.Equals(layout.End, StringComparison.OrdinalIgnoreCase)) return BlockState.BreakDiscard;
        layout.Indent ??= processor.Indent;
        if (processor.Indent > 0)
            processor.GoToColumn(processor.ColumnBeforeIndent + Math.Min(processor.Indent, layout.Indent.Value));
        return BlockState.Continue;
    }

    // Colons inside fenced code are code, and indented by four columns they are code too.
    private static bool IsColonLine(BlockProcessor processor, out ColonLine line)
    {
        line = default;
        var isColon = processor.CurrentBlock is not FencedCodeBlock && processor.Indent < CodeIndent
            && ColonLine.TryRead(processor.Line.AsSpan(), out line);
        if (!isColon) processor.GoToColumn(processor.ColumnBeforeIndent);
        return isColon;
    }

    private PlatformBlock Platform(BlockProcessor processor, ReadOnlySpan<char> rest)
    {
        var block = new PlatformBlock(this);
        foreach (var word in rest.ToString().Split([' ', ',', ';', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var known = Platforms.Find(word);
            if (known is null) ArticleContext.Of(processor).Add("unknown-platform", processor.LineIndex, word);
            if (known?.Key is { } key && !block.Keys.Contains(key)) block.Keys.Add(key);
            if ((known?.Name ?? word) is var name && !block.Names.Contains(name)) block.Names.Add(name);
        }
        if (block.Names.Count == 0) ArticleContext.Of(processor).Add("unknown-platform", processor.LineIndex, ":::for without a platform");
        return block;
    }
}
