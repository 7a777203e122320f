namespace KnowledgeCommons.Content.Markdown.Html;

/// <summary>Turns the levels an author chose into those of the page: the top level is 2, and no level is skipped on the way down.</summary>
internal sealed class HeadingOutline
{
    private const int Top = 2;
    private const int Deepest = 6;

    private readonly Stack<int> _open = new();

    public int Next(int level)
    {
        while (_open.TryPeek(out var above) && above >= level) _open.Pop();
        _open.Push(level);
        return Math.Min(_open.Count + Top - 1, Deepest);
    }
}
