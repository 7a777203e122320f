using System.Globalization;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>An outcome as programs send it; all but the answer may be left out.</summary>
internal sealed record OutcomeRequest(
    string? Answer, string? Revision = null, string? Search = null, string? Reason = null, int? Step = null, string? Text = null)
{
    public SentOutcome AsSent() => new(Answer, Revision, Search, Reason, Step?.ToString(CultureInfo.InvariantCulture), Text);
}

/// <summary>The address of the private page where the reader can say more or change their mind.</summary>
internal sealed record ReceiptLink(string Receipt);
