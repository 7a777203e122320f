using System.Collections.Concurrent;
using KnowledgeCommons.Content.Markdown.Dialect;
using KnowledgeCommons.Content.Markdown.Html;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Parsers;

namespace KnowledgeCommons.Content.Markdown;

/// <summary>Markdown as HTML that still has to be cleaned, with the way back to its lines.</summary>
internal sealed record RawBody(string Html, LineMap Lines, bool IsUnruly)
{
    // Extensions one by one: Markdig's bundle of all of them lets authors set any attribute.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables(new PipeTableOptions())
        .UseGridTables()
        .UseTaskLists()
        .UseFootnotes()
        .UseDefinitionLists()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .Use<ArticleDialect>()
        .Build();

    // A renderer that has written more keeps the room it took, and is not kept.
    private const int LargestKept = 500_000;

    private static readonly ConcurrentBag<MarkupRenderer> Idle = [];

    /// <summary>Throws <see cref="TooDeepException"/> when the text is nested deeper than any page needs.</summary>
    public static RawBody Of(string markdown, int firstLine, FindingTally findings)
    {
        if (!Idle.TryTake(out var renderer))
        {
            renderer = new MarkupRenderer();
            Pipeline.Setup(renderer);
        }
        try
        {
            var document = MarkdownParser.Parse(markdown, Pipeline, new ArticleContext(findings, firstLine));
            var lines = new LineMap(firstLine);
            var body = new RawBody(renderer.Write(document, lines, findings, firstLine), lines, renderer.SawUnruly);
            if (body.Html.Length <= LargestKept) Idle.Add(renderer);
            return body;
        }
        catch (ArgumentException tooDeep) when (tooDeep.Message.StartsWith("Markdown elements", StringComparison.Ordinal))
        {
            // The renderer stopped half-way and is not used again.
            throw new TooDeepException(tooDeep);
        }
    }
}
