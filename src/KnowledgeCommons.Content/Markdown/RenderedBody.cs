using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Markdown;

/// <summary>
/// An article's body as HTML that is safe to stand in the page. <paramref name="SectionTexts"/> runs parallel to
/// <paramref name="Sections"/>: each section's plain text for the index. <paramref name="Links"/> are the links into the library that have
/// to exist; <paramref name="Assets"/> says which files were looked for, so that a later change of them can be noticed.
/// </summary>
public sealed record RenderedBody(
    string Html,
    string? FirstHeading,
    string FirstParagraph,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<string> SectionTexts,
    IReadOnlyList<ArticleLink> Links,
    IReadOnlyList<AssetLookup> Assets,
    IReadOnlyList<Finding> Findings);

/// <summary>A link to another article; line counts from 1 in the file.</summary>
public sealed record ArticleLink(Slug Target, string? Anchor, int Line);

/// <summary>A file that the body refers to, and the hash it had (null: it was not there).</summary>
public sealed record AssetLookup(string Path, string? Hash);
