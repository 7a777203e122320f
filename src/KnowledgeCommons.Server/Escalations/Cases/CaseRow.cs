using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>A case as stored; 030-escalations.sql and those after it say what each column holds.</summary>
public sealed record CaseRow
{
    private static readonly TimeSpan RemindBefore = TimeSpan.FromMinutes(30);

    public string Id { get; init; } = "";
    public long Number { get; init; }
    public string TokenHash { get; init; } = "";
    public string? FormHash { get; init; }
    public string Reader { get; init; } = "";
    public string? Article { get; init; }
    public string? Revision { get; init; }
    public string? Search { get; init; }
    public string Topic { get; init; } = "";
    public string Problem { get; init; } = "";
    public string Impact { get; init; } = "";
    public string People { get; init; } = "";
    public string Reach { get; init; } = "";
    public SealedAddress? Contact { get; init; }
    public string? Name { get; init; }
    public DateTimeOffset? Deadline { get; init; }
    public string? Owner { get; init; }
    public string OwnerName { get; init; } = "";
    public string? Deputy { get; init; }
    public DateTimeOffset? PromiseBy { get; init; }
    public string State { get; init; } = CaseState.Received;
    public string? RepeatOf { get; init; }
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? TakenAt { get; init; }
    public DateTimeOffset? SolvedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public string? CloseReason { get; init; }
    public string? ArticleHelped { get; init; }
    public string? ArticleFailed { get; init; }
    public DateTimeOffset? CallFrom { get; init; }
    public DateTimeOffset? CallUntil { get; init; }
    public string? Person { get; init; }
    public string? ContactHash { get; init; }
    public string? KnownBy { get; init; }
    public string? SameAs { get; init; }
    public string? SameHash { get; init; }

    /// <summary>They said that they are stuck right now: it was needed at the moment it was sent.</summary>
    public bool IsStuckNow => Deadline <= OpenedAt;

    /// <summary>The case that is worked on in place of this one.</summary>
    public string? MergedInto { get; init; }

    /// <summary>How many promises passed since a person last wrote to the reader.</summary>
    public long Misses { get; init; }

    public DateTimeOffset? RemindAt { get; init; }
    public DateTimeOffset? FirstWordAt { get; init; }
    public long? FirstWordWork { get; init; }

    /// <summary>How people call the case: KC-123.</summary>
    public string Label => $"KC-{Number}";

    public string DeskUrl => $"/desk/cases/{Number}";
    public bool IsClosed => State == CaseState.Closed;

    /// <summary>A word was promised for an earlier moment and has not come; an apology with a new promise is no such word.</summary>
    public bool IsPromiseBroken(DateTimeOffset now) => !IsClosed && (Misses > 0 || PromiseBy < now);

    /// <summary>The owner has been reminded, and the time has not come yet.</summary>
    public bool IsDueSoon(DateTimeOffset now) => !IsClosed && PromiseBy >= now && RemindAt is null;

    /// <summary>With another promise, or none. The owner is reminded half an hour before, of a nearer one at half the time.</summary>
    public CaseRow Promising(DateTimeOffset? by, DateTimeOffset now)
    {
        var half = by is { } next ? (next - now) / 2 : TimeSpan.Zero;
        return this with { PromiseBy = by, RemindAt = by - (half < RemindBefore ? half : RemindBefore) };
    }
}
