using System.Globalization;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>What somebody typed on a receipt that could not be taken as it was, to be shown again beside the sentence that says why.</summary>
public sealed record TypedDetails(string? Reason, string? Step, string? Text, string? Refusal)
{
    public static TypedDetails Of(OutcomeRow newest) => new(newest.Reason, newest.Step?.ToString(CultureInfo.InvariantCulture), newest.Text, null);
}
