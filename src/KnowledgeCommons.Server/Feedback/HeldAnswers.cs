using System.Text.Json;
using KnowledgeCommons.Server.Abuse;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>Answers that were sent as machines send them: no number counts them until somebody has said that a person gave them.</summary>
internal sealed class HeldAnswers(HeldPosts posts, Outcomes outcomes) : IHeldKind
{
    public string Kind => HeldPost.Answer;

    /// <summary>Keeps a click and returns the way to its receipt, which is the usual one once it goes on.</summary>
    public async Task<ReceiptToken> HoldAsync(Click click, string why, CancellationToken cancel)
    {
        var token = ReceiptToken.ForFeedback();
        var row = outcomes.RowOf(click, token);
        await posts.HoldAsync(new HeldPost
        {
            Id = row.Id,
            Kind = Kind,
            TokenHash = token.Hash,
            Reader = row.Reader,
            About = row.Slug,
            Words = row.Text ?? "",
            Content = JsonSerializer.Serialize(row),
            Why = why
        }, cancel);
        return token;
    }

    public Task ReleaseAsync(HeldPost post, CancellationToken cancel) =>
        JsonSerializer.Deserialize<OutcomeRow>(post.Content) is { } row ? outcomes.AddAsync(row, cancel) : Task.CompletedTask;
}
