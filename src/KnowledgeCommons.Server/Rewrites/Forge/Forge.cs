using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>
/// A forge where each rewrite case has one issue, and each later step becomes a comment. None knows an idempotency key: before anything is sent a second time,
/// the forge is asked whether the first attempt has arrived, which the mark in our words tells.
/// </summary>
internal abstract class Forge(ForgeOptions options, TimeProvider time, AuthenticationHeaderValue? signIn) : IDisposable
{
    // A busy repository has other issues, too: what is not among so many is taken for missing.
    protected const int PerPage = 100;

    protected JsonCalls Calls { get; } = new(new ChannelSettings { Url = options.Home, Token = options.Token, Timeout = options.Timeout }, time, signIn);

    protected ForgeOptions Options => options;

    /// <summary>The address of an owner/name project in a path.</summary>
    protected string Project => string.Join('/', (options.Project ?? "").Split('/').Select(Uri.EscapeDataString));

    /// <summary>The issue that was opened; null when there is none; a failure when that cannot be told.</summary>
    public abstract Task<Delivery?> FindAsync(IssueText text, CancellationToken cancel);

    /// <summary>Opens an issue and says what it is called.</summary>
    public abstract Task<Delivery> OpenAsync(IssueText text, CancellationToken cancel);

    /// <summary>Delivered when the comment is there; null when it is not; a failure when that cannot be told.</summary>
    public abstract Task<Delivery?> FindCommentAsync(ForeignTicket issue, IssueText text, CancellationToken cancel);

    public abstract Task<Delivery> CommentAsync(ForeignTicket issue, IssueText text, CancellationToken cancel);

    public virtual void Dispose() => Calls.Dispose();

    protected static Delivery? Marked(Reply reply, IssueText text) => reply switch
    {
        Reply.Ok ok => ok.Data.ToJsonString().Contains(text.Mark, StringComparison.Ordinal) ? new Delivery.Delivered() : null,
        Reply.Failed failed => failed.Outcome,
        _ => null
    };

    /// <summary>The first issue of a list whose words hold our mark.</summary>
    protected static Delivery? Found(Reply reply, IssueText text, string words, Func<JsonNode?, Delivery> opened) => reply switch
    {
        Reply.Ok { Data: JsonArray list } => list.FirstOrDefault(issue => issue.At(words)?.Contains(text.Mark, StringComparison.Ordinal) == true) is { } found ? opened(found) : null,
        Reply.Failed failed => failed.Outcome,
        _ => null
    };

    protected Delivery Opened(string? id, string? url) => id is null
        ? new Delivery.TryLater($"{Calls.Host} did not say what it calls the issue.")
        : new Delivery.Delivered(new ForeignTicket { Id = id, Url = url });
}
