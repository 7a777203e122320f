using System.Text.Json;
using KnowledgeCommons.Server.Abuse;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.KnownIssues;

/// <summary>"This affects me too" as machines send it: nobody is counted, and no address is written to, until somebody has said that a person pressed it.</summary>
internal sealed class HeldTaps(HeldPosts posts, Affected affected, NewsTokens tokens, KnownIssueBoard board, KnownIssueNews news, PersonKeys people, TimeProvider time) : IHeldKind
{
    public string Kind => HeldPost.Affected;

    /// <summary>Keeps it, once for each reader and address, and returns the way to its receipt.</summary>
    public async Task<ReceiptToken> HoldAsync(string issue, Reader reader, string typed, string why, CancellationToken cancel)
    {
        var (token, contact) = (tokens.OfHeld(issue, reader, typed), ContactAddress.IsEmail(typed) ? typed : null);
        await posts.HoldAsync(new HeldPost
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()).ToString(),
            Kind = Kind,
            TokenHash = token.Hash,
            FormHash = token.Hash,
            Reader = reader.Key,
            ContactHash = contact is null ? null : people.HashOf(contact),
            About = issue,
            Words = typed,
            Content = JsonSerializer.Serialize(new Content(issue, reader.Key, contact)),
            Why = why
        }, cancel);
        return token;
    }

    public async Task ReleaseAsync(HeldPost post, CancellationToken cancel)
    {
        if (JsonSerializer.Deserialize<Content>(post.Content) is not { } held || board.Find(held.Issue) is not { IsOpen: true }) return;
        await affected.AddAsync(held.Issue, new Reader(held.Reader), held.Contact, cancel);
        await news.LookAsync(cancel);
    }

    private sealed record Content(string Issue, string Reader, string? Contact);
}
