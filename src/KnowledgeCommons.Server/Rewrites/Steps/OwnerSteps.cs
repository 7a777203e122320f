using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>What people at the desk can do with a rewrite case. Each is a pure step; null where it has no meaning in that state.</summary>
internal static class OwnerSteps
{
    /// <summary>Somebody writes, until a day if one is given. They are told, unless they took it themselves.</summary>
    public static RewriteChange? Assign(RewriteCase before, Person by, Person to, DateTimeOffset? due, DateTimeOffset now)
    {
        if (!before.IsWaiting) return null;
        var after = before with { State = RewriteState.Assigned, Assigned = to.Key, AssignedName = to.Name, Due = due, SnoozedUntil = null };
        return new RewriteChange(after, new RewriteEvent { At = now, Kind = RewriteEvent.Assigned, Who = by.Name, Whom = to.Name, Until = due })
        {
            Tell = to.Key == by.Key ? null : to.Key
        };
    }

    /// <summary>Not now: it is in nobody's way until then.</summary>
    public static RewriteChange? Snooze(RewriteCase before, Person by, DateTimeOffset until, DateTimeOffset now) => !before.IsWaiting
        ? null
        : new RewriteChange(before with { SnoozedUntil = until }, new RewriteEvent { At = now, Kind = RewriteEvent.Snoozed, Who = by.Name, Until = until });

    /// <summary>The page is right, and those who complained are told why and by whom.</summary>
    public static RewriteChange? Decline(RewriteCase before, Person by, string because, DateTimeOffset now)
    {
        if (!before.IsUnsettled || before.State == RewriteState.Verifying) return null;
        var after = before with
        {
            State = RewriteState.Declined,
            Answer = null,
            ChangeWords = because,
            ChangedBy = by.Name,
            TellAt = now,
            ToldAt = null,
            ClosedAt = now,
            SnoozedUntil = null
        };
        return new RewriteChange(after, new RewriteEvent { At = now, Kind = RewriteEvent.Declined, Who = by.Name, Words = because });
    }

    /// <summary>No text can help; who answers for the service gets it with the evidence.</summary>
    public static RewriteChange? NeedsProductFix(RewriteCase before, Person by, Person service, string? why, DateTimeOffset now) => before.IsWaiting
        ? new RewriteChange(
            before with { State = RewriteState.ProductFix, Service = service.Key, ServiceName = service.Name, SnoozedUntil = null, Due = null },
            new RewriteEvent { At = now, Kind = RewriteEvent.ProductFix, Who = by.Name, Whom = service.Name, Words = why })
        { Tell = service.Key }
        : null;

    /// <summary>The product is mended; those who complained are told what was done.</summary>
    public static RewriteChange? ProductFixed(RewriteCase before, Person by, string words, DateTimeOffset now) => before.State == RewriteState.ProductFix
        ? new RewriteChange(
            before with { State = RewriteState.Closed, Answer = null, ChangeWords = words, ChangedBy = by.Name, TellAt = now, ToldAt = null, ClosedAt = now },
            new RewriteEvent { At = now, Kind = RewriteEvent.ProductFixed, Who = by.Name, Words = words })
        : null;

    /// <summary>Other words for those who complained, as long as they have not gone out; <paramref name="tellAt"/> moves the moment when they do.</summary>
    public static RewriteChange? Word(RewriteCase before, Person by, string words, DateTimeOffset? tellAt, DateTimeOffset now) =>
        before is { ToldAt: null, TellAt: not null }
            ? new RewriteChange(before with { ChangeWords = words, TellAt = tellAt ?? before.TellAt }, new RewriteEvent { At = now, Kind = RewriteEvent.Worded, Who = by.Name, Words = words })
            : null;
}
