using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Markdown;

/// <summary>A line with the audiences of all blocks it stands in, the outermost first; <paramref name="IsMark"/> when it begins or ends one.</summary>
internal readonly record struct OnlyLine(string Text, IReadOnlyList<Audience> For, bool IsMark);
