namespace KnowledgeCommons.Content.Articles;

/// <summary>A heading and what stands under it. The text before the first heading has an empty anchor and heading and level 1.</summary>
public sealed record Section(string Anchor, string Heading, int Level);
