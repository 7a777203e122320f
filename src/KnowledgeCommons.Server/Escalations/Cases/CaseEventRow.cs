namespace KnowledgeCommons.Server.Escalations;

/// <summary>One entry of a case's timeline. <see cref="Who"/> is null for the reader.</summary>
public sealed record CaseEventRow
{
    public const string Opened = "opened";
    public const string Said = "said";
    public const string Solved = "solved";
    public const string CameBack = "came-back";
    public const string Taken = "taken";
    public const string Answered = "answered";
    public const string Asked = "asked";
    public const string Waits = "waits";
    public const string Promised = "promised";
    public const string Helped = "helped";
    public const string Failed = "failed";
    public const string Closed = "closed";
    public const string Reopened = "reopened";
    public const string HandedOver = "handed-over";
    public const string Noted = "noted";
    public const string Working = "working";
    public const string CallMe = "call-me";
    public const string PassedOn = "passed-on";
    public const string Reminded = "reminded";
    public const string Apologised = "apologised";
    public const string Warned = "warned";
    public const string ExtraStep = "extra-step";
    public const string Same = "same";
    public const string Merged = "merged";
    public const string MergedIn = "merged-in";
    public const string Separated = "separated";
    public const string SeparatedOut = "separated-out";
    public const string SaidBeside = "said-beside";
    public const string SolvedBeside = "solved-beside";
    public const string CameBackBeside = "came-back-beside";

    public string Id { get; init; } = Guid.CreateVersion7().ToString();
    public string CaseId { get; init; } = "";
    public long Position { get; init; }
    public DateTimeOffset At { get; init; }
    public string Kind { get; init; } = "";
    public string? Who { get; init; }
    public string? Whom { get; init; }
    public string? Words { get; init; }
    public string? Article { get; init; }
    public string? Reason { get; init; }
    public DateTimeOffset? PromiseBy { get; init; }
    public DateTimeOffset? CallFrom { get; init; }
    public DateTimeOffset? CallUntil { get; init; }

    /// <summary>The promise that an apology is about.</summary>
    public DateTimeOffset? Missed { get; init; }

    /// <summary>1 for what is between technicians: never on the receipt.</summary>
    public long IsPrivate { get; init; }
}
