using System.Globalization;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>A rewrite case as stored; 120-rewrites.sql says what each column holds.</summary>
public sealed record RewriteCase
{
    public string Id { get; init; } = "";
    public long Number { get; init; }
    public string Article { get; init; } = "";
    public string Slug { get; init; } = "";
    public string Title { get; init; } = "";
    public string Revision { get; init; } = "";
    public DateTimeOffset OpenedAt { get; init; }
    public string? OpenedBy { get; init; }
    public string? Because { get; init; }
    public string Evidence { get; init; } = "";
    public string? Owner { get; init; }
    public string OwnerName { get; init; } = "";
    public string? Assigned { get; init; }
    public string? AssignedName { get; init; }
    public DateTimeOffset? Due { get; init; }
    public DateTimeOffset? SnoozedUntil { get; init; }
    public string State { get; init; } = RewriteState.Open;
    public long Failures { get; init; }
    public string? Answer { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public string? Verdict { get; init; }
    public long? Percent { get; init; }
    public string? ChangeWords { get; init; }
    public string? ChangedBy { get; init; }
    public DateTimeOffset? TellAt { get; init; }
    public DateTimeOffset? ToldAt { get; init; }
    public DateTimeOffset? RestUntil { get; init; }
    public string? Service { get; init; }
    public string? ServiceName { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How people and commits call it: KC-12.</summary>
    public string Label => $"KC-{Number}";

    public string DeskUrl => $"/desk/rewrites/{Number}";

    /// <summary>Somebody has to write.</summary>
    public bool IsWaiting => RewriteState.Waiting.Contains(State);

    /// <summary>As long as this holds, its article has no other case.</summary>
    public bool IsUnsettled => RewriteState.Unsettled.Contains(State);

    /// <summary>Whose turn it is: who writes, who answers for the service, else who answers for the article.</summary>
    public string? Whose => State == RewriteState.ProductFix ? Service : Assigned ?? Owner;

    public string WhoseName => (State == RewriteState.ProductFix ? ServiceName : AssignedName) ?? OwnerName;

    /// <summary>What readers are told about it answers this: one version, or one refusal.</summary>
    public string Telling => $"{Id}/{Answer ?? State}";

    public bool IsSnoozed(DateTimeOffset now) => SnoozedUntil > now;

    public bool IsOverdue(DateTimeOffset now) => IsWaiting && Due < now;

    /// <summary>The number in "KC-12", in any case of letters; null for anything else.</summary>
    public static long? NumberIn(string label) =>
        label.StartsWith("KC-", StringComparison.OrdinalIgnoreCase)
        && long.TryParse(label.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
