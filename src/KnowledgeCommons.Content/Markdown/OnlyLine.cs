using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Markdown;

/// <summary>A line with the audiences of all blocks it stands in, the outermost first; <paramref name="IsMark"/> when it begins or ends one.</summary>
internal readonly record struct OnlyLine(string Text, IReadOnlyList<Audience> For, bool IsMark)
{
    /// <summary>What stands in the place of a mark for those who see its part: the edge of a frame that says whom it is for (see <see cref="Dialect.SeenBlock"/>), or nothing.</summary>
    public string Shown { get; init; } = "";
}
