using System.Text.Json.Serialization;

namespace KnowledgeCommons.Server.Searching;

internal sealed record SuggestReply(IReadOnlyList<SuggestReplyItem> Suggestions);

/// <summary>
/// One suggestion. Kind: article; section (of the article, under <see cref="Heading"/>); or search (words that helped other people: the address
/// searches for them, the slug is the article that fixed it for most of them).
/// </summary>
internal sealed record SuggestReplyItem(string Kind, string Title, string Slug, string Url)
{
    /// <summary>Where in the article, for a section only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Heading { get; init; }

    public static SuggestReplyItem Of(Suggestion found) => found.Section is { } section
        ? new SuggestReplyItem("section", found.Title, found.Slug.Value, found.Slug.UrlAt(section.Anchor)) { Heading = section.Heading }
        : new SuggestReplyItem("article", found.Title, found.Slug.Value, found.Slug.Url);

    public static SuggestReplyItem Of(SuccessfulSearch search) =>
        new("search", search.Words, search.Article.Value, SearchLink.To(new SearchQuery(search.Words)));
}
