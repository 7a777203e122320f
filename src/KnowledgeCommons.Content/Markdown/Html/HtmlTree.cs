using System.Collections.Concurrent;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace KnowledgeCommons.Content.Markdown.Html;

/// <summary>
/// Reads HTML as a browser would inside a page's division, and stops when the tree grows deeper or far larger than its text warrants.
/// One reader serves one thread at a time; idle ones are kept, because setting one up costs more than reading an article.
/// </summary>
internal sealed class HtmlTree
{
    private const int Deepest = 256;
    private const int ElementsBetweenChecks = 64;
    private const long LeastBudget = 32_000_000;
    private const long BytesPerLetter = 150;

    private static readonly ConcurrentBag<HtmlTree> Idle = [];

    private readonly HtmlParser _parser;
    private readonly IElement _frame;
    private IElement? _last;
    private int _count;
    private long _limit;

    private HtmlTree()
    {
        _parser = new HtmlParser(new HtmlParserOptions { SkipComments = true, OnCreated = Watch });
        _limit = long.MaxValue;
        // The document has a body that holds the division it was given.
        _frame = _parser.ParseDocument("<!DOCTYPE html><div></div>").Body!.FirstElementChild!;
    }

    /// <summary>The nodes of a fragment; throws <see cref="TooDeepException"/>.</summary>
    public static INodeList Parse(string html)
    {
        if (!Idle.TryTake(out var tree)) tree = new HtmlTree();
        var nodes = tree.Read(html);
        Idle.Add(tree);
        return nodes;
    }

    /// <summary>Where in the HTML the element's tag, or that of the nearest element around it, begins.</summary>
    public static int PositionOf(IElement element)
    {
        for (var at = element; at is not null; at = at.ParentElement)
            if (at.SourceReference is { } origin) return origin.Position.Index;
        return 0;
    }

    private INodeList Read(string html)
    {
        (_last, _count) = (null, 0);
        _limit = GC.GetAllocatedBytesForCurrentThread() + LeastBudget + html.Length * BytesPerLetter;
        var nodes = _parser.ParseFragment(html, _frame);
        _last = null;
        return nodes;
    }

    // Misnested tags make the parser copy elements without telling: only the memory it takes shows how many.
    private void Watch(IElement element, TextPosition position)
    {
        ((IConstructableElement)element).SourceReference = new Origin(position);
        var depth = 0;
        for (INode? at = _last; at is not null; at = at.Parent)
            if (++depth > Deepest) throw new TooDeepException();
        _last = element;
        if (++_count % ElementsBetweenChecks == 0 && GC.GetAllocatedBytesForCurrentThread() > _limit) throw new TooDeepException();
    }

    private sealed record Origin(TextPosition Position) : ISourceReference;
}
