namespace KnowledgeCommons.Server.Feedback;

/// <summary>What a reader may add to an answer: why, at which step (counted from 1), and in their own words.</summary>
internal sealed record OutcomeDetails(OutcomeReason? Reason, int? Step, string? Text)
{
    public const int LongestText = 4000;
    public const int LastStep = 999;

    public static OutcomeDetails None { get; } = new(null, null, null);

    public bool IsEmpty => this == None;

    /// <summary>
    /// Reads what was typed; empty fields are fields not filled in. When something cannot be taken, <paramref name="refusal"/> is the key of
    /// the sentence that says why, and the details are none.
    /// </summary>
    public static OutcomeDetails Parse(string? reason, string? step, string? text, out string? refusal)
    {
        var known = OutcomeReason.Find(reason);
        var number = StepOf(step);
        var words = string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
        refusal = known is null && !string.IsNullOrEmpty(reason) ? "feedback.refused.reason"
            : number is null && !string.IsNullOrWhiteSpace(step) ? "feedback.refused.step"
            : words?.Length > LongestText ? "feedback.refused.text"
            : null;
        return refusal is null ? new OutcomeDetails(known, number, words) : None;
    }

    private static int? StepOf(string? typed) =>
        int.TryParse(typed, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var step)
        && step is >= 1 and <= LastStep ? step : null;
}
