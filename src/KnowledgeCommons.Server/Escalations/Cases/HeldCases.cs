using System.Text.Json;
using KnowledgeCommons.Server.Abuse;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Calls for a person that were sent as machines send them. Their receipt exists already, and nobody is called, mailed or told until somebody has said that a person sent
/// them; then the case opens as if it had come that moment.
/// </summary>
internal sealed class HeldCases(HeldPosts posts, Cases cases, CaseTokens tokens, HelpContexts contexts, RepeatRule repeats, SiteClock clock) : IHeldKind
{
    public string Kind => HeldPost.Case;

    /// <summary>Keeps a form that <see cref="HelpCheck"/> found nothing wrong with, and returns the way to its receipt.</summary>
    public async Task<ReceiptToken> HoldAsync(HelpForm form, Asker asker, HelpRequest request, bool isNow, string why, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7(clock.Now).ToString();
        var content = new Content(form, asker.Reader.Key, [.. asker.Receipts.Select(token => token.Value)], asker.Platform, isNow, request.Files);
        var kept = await posts.HoldAsync(new HeldPost
        {
            Id = id,
            Kind = Kind,
            TokenHash = tokens.Of(id).Hash,
            FormHash = request.FormHash,
            Reader = asker.Reader.Key,
            ContactHash = repeats.HashOf(request.Contact),
            About = request.Article?.Slug.Value,
            Words = request.Problem,
            Content = JsonSerializer.Serialize(content),
            Files = string.Join('\n', request.Files.Select(file => file.Hash)),
            Why = why
        }, cancel);
        return tokens.Of(kept);
    }

    public async Task ReleaseAsync(HeldPost post, CancellationToken cancel)
    {
        if (JsonSerializer.Deserialize<Content>(post.Content) is not { } held) return;
        // It was opened already when the last try ended in between.
        if (await cases.FindByTokenAsync(tokens.Of(post.Id).Value, cancel) is not null) return;
        var asker = new Asker(new Reader(held.Reader), [.. held.Receipts.Select(value => new ReceiptToken(value))], held.Platform);
        var context = await contexts.OfAsync(asker, held.Form, cancel);
        var request = HelpRequest.Of(held.Form, context, asker.Reader, clock) with { Files = held.Files, Id = post.Id };
        await cases.OpenAsync(held.IsNow ? request with { Deadline = clock.Now } : request, cancel);
    }

    private sealed record Content(HelpForm Form, string Reader, IReadOnlyList<string> Receipts, string? Platform, bool IsNow, IReadOnlyList<CaseFileRow> Files);
}
