namespace KnowledgeCommons.Content.Articles;

/// <summary>
/// A heading and what stands under it. The text before the first heading has an empty anchor and heading and level 1.
/// <paramref name="HasSteps"/>: a numbered list stands in it, something to try.
/// </summary>
public sealed record Section(string Anchor, string Heading, int Level, bool HasSteps = false);
