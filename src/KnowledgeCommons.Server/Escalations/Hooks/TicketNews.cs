namespace KnowledgeCommons.Server.Escalations;

/// <summary>Where a ticket stands there.</summary>
internal enum TicketState { Open, Waiting, Closed }

/// <summary>
/// What a ticket system tells of a ticket. <paramref name="Id"/> is the same when it tells it again. <paramref name="Words"/>: a reply that the
/// reader may see. <paramref name="Labels"/>: tags by which technicians there say why it was closed and which article helped.
/// </summary>
internal sealed record TicketNews(
    string Id, string Ticket, DateTimeOffset At, string? Words, string? Author, TicketState? State, IReadOnlyList<string> Labels)
{
    public const string ReasonLabel = "kc_reason:";
    public const string ArticleLabel = "kc_article:";

    /// <summary>Why a person was needed; null when the labels do not say, or say something unknown.</summary>
    public string? Reason => CloseReason.All.FirstOrDefault(reason => Labels.Contains(ReasonLabel + reason, StringComparer.OrdinalIgnoreCase));

    /// <summary>The slug of the article used, as they wrote it.</summary>
    public string? Article =>
        Labels.FirstOrDefault(label => label.StartsWith(ArticleLabel, StringComparison.OrdinalIgnoreCase))?[ArticleLabel.Length..];
}
