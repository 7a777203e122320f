using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Markdown.Links;

/// <summary>Where an address in an article leads.</summary>
internal abstract record LinkTarget
{
    public sealed record ToArticle(Slug Slug, string? Anchor) : LinkTarget;

    /// <summary>A place on the same page.</summary>
    public sealed record ToPlace(string Anchor) : LinkTarget;

    /// <summary>A file among the articles; null when there is none of this path.</summary>
    public sealed record ToFile(string Path, Asset? Asset) : LinkTarget;

    /// <summary>A page of this site that is no article.</summary>
    public sealed record ToSite(string Url) : LinkTarget;

    public sealed record ToWeb(string Url) : LinkTarget;

    /// <summary>No link: the rule says what is wrong, null when nothing is worth saying; a file was looked for when there is a path.</summary>
    public sealed record Nowhere(string? Rule, string? LookedFor = null) : LinkTarget;
}
