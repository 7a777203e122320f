using System.Text.Json.Serialization;

namespace KnowledgeCommons.Content.Articles;

public enum ArticleStatus { Published, Draft, Retired }

/// <summary>One Markdown file that helps with one problem, as published: read-only, shared by all requests.</summary>
public sealed record Article
{
    public required Slug Slug { get; init; }

    /// <summary>Permanent, also across renames: the front matter's id, else the slug it was first seen under.</summary>
    public required string Id { get; init; }

    /// <summary>The file, relative to the content folder, with slashes.</summary>
    public required string Path { get; init; }

    /// <summary>The content hash of the file this was made from.</summary>
    public required string SourceHash { get; init; }

    public required Revision Revision { get; init; }
    public required string Title { get; init; }
    public string Summary { get; init; } = "";

    /// <summary>A key of <see cref="People"/> as written in front matter; null when the topic's owner answers for it.</summary>
    public string? Owner { get; init; }

    public IReadOnlyList<string> AlsoCalled { get; init; } = [];
    public IReadOnlyList<string> Symptoms { get; init; } = [];
    public IReadOnlyList<string> AppliesTo { get; init; } = [];

    /// <summary>The groups in its front matter, as written. Who may see it is said by its <see cref="Gate"/>, which knows its folders as well.</summary>
    public IReadOnlyList<string> Audience { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<Slug> Aliases { get; init; } = [];
    public string Language { get; init; } = "en";
    public DateOnly? ReviewedOn { get; init; }
    public TimeSpan? ReviewEvery { get; init; }
    public ArticleStatus Status { get; init; }
    public Slug? Successor { get; init; }
    public int? Minutes { get; init; }

    /// <summary>The rewrite cases that this text says it answers, as written, such as KC-12.</summary>
    public IReadOnlyList<string> Rewrites { get; init; } = [];

    public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>Sanitised HTML of the body, UTF-8, ready to stand inside the page's frame; the title is not part of it.</summary>
    public required ReadOnlyMemory<byte> Html { get; init; }

    /// <summary>The file as it was written, UTF-8.</summary>
    public required ReadOnlyMemory<byte> Source { get; init; }

    public Authorship? Authorship { get; init; }

    /// <summary>The pictures and attachments that it refers to, by their paths.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Who may see it; decided anew with each library, since folders have a say.</summary>
    [JsonIgnore]
    public Gate Gate { get; init; } = Gate.Open;

    /// <summary>The same without its parts for some people only: one for each set of them that somebody may lack. None when it has no such part.</summary>
    [JsonIgnore]
    public IReadOnlyList<ArticleCut> Cuts { get; init; } = [];

    /// <summary>The folder's path: the key of its topic, "" for articles at the top.</summary>
    public string Topic => Slug.Folder;

    /// <summary>As somebody sees it; null when it is not for them.</summary>
    public Article? For(Clearance clearance) => Variants().FirstOrDefault(variant => variant.Gate.IsOpenTo(clearance));

    /// <summary>Itself, and all that is left of it for somebody; nobody sees two of them.</summary>
    public IEnumerable<Article> Variants() => Cuts.Select(cut => cut.Article).Prepend(this);
}
