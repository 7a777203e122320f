using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>What one receipt tells: all that was said on it, and the article and its owner as far as they are still there.</summary>
public sealed record FeedbackStory(string Url, IReadOnlyList<OutcomeRow> Said, Article? Article, Person? Owner)
{
    public OutcomeRow Newest => Said[^1];

    public OutcomeAnswer Answer => OutcomeAnswer.Find(Newest.Answer) ?? OutcomeAnswer.OnlyReading;

    public string Title => Article?.Title ?? Newest.Slug;

    /// <summary>The article says something else now than when the reader answered.</summary>
    public bool HasChangedSince => Article is not null && Article.Revision.Value != Newest.Revision;

    /// <summary>Another word when the receipt would show something else.</summary>
    public string Version => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', [$"{Article?.Revision} {Article?.Title} {Owner?.Name}", .. Said.Select(said => $"{said.Id} {said.Reason} {said.Step} {said.Text}")]))).AsSpan(0, 8));

    public string HelpUrl => HelpLink.To(Article, Newest.Search);
}

/// <summary>Finds the story behind a receipt's token.</summary>
internal sealed class FeedbackStories(Outcomes outcomes, PublishedLibrary published)
{
    /// <summary>Null for a token that nobody was given.</summary>
    public async Task<FeedbackStory?> FindAsync(string token, CancellationToken cancel)
    {
        var said = await outcomes.OnReceiptAsync(token, cancel);
        if (said.Count == 0) return null;
        var library = published.Seen;
        var article = Slug.TryParse(said[^1].Slug, null, out var slug) ? OutcomeAddress.Find(library, slug.Value, ending: "") : null;
        return new FeedbackStory(new Identity.ReceiptToken(token).Url, said, article, article is null ? null : library.OwnerOf(article));
    }
}
