namespace KnowledgeCommons.Server.Searching;

internal sealed record SuggestReply(IReadOnlyList<SuggestReplyItem> Suggestions);

internal sealed record SuggestReplyItem(string Title, string Slug, string Url);
