using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// What somebody did with the ticket in their own system, as a step of the case. Whoever has the case keeps it: the promise was given in that name.
/// Words always count; older news (<paramref name="isNewest"/> is false) changes no state.
/// </summary>
internal sealed class ForeignStep(string who, DateTimeOffset at, bool isNewest)
{
    public CaseChange Helped(CaseRow before, Slug article) => before.ArticleHelped == article.Value
        ? new CaseChange(before, [])
        : new CaseChange(before with { ArticleHelped = article.Value }, [Entry(CaseEventRow.Helped) with { Article = article.Value }]);

    public CaseChange Reply(CaseRow before, string words, Slug? article)
    {
        var after = before.IsClosed || !isNewest
            ? before
            : before with { State = CaseState.Answered, PromiseBy = null, TakenAt = before.TakenAt ?? at };
        return new CaseChange(after, [Entry(CaseEventRow.Answered) with { Words = words, Article = article?.Value }], Audience.Reader);
    }

    /// <summary>What the reader has confirmed as solved stays so, until the reader says otherwise.</summary>
    public CaseChange Move(CaseRow before, TicketState state, string? reason, DateTimeOffset nextWordBy) => state switch
    {
        TicketState.Closed when !before.IsClosed => new CaseChange(
            before with { State = CaseState.Closed, PromiseBy = null, ClosedAt = at, CloseReason = reason ?? CloseReason.Other, TakenAt = before.TakenAt ?? at },
            [Entry(CaseEventRow.Closed) with { Reason = reason ?? CloseReason.Other }], Audience.Reader),
        TicketState.Open when before.IsClosed && before.SolvedAt is null => new CaseChange(
            before with { State = CaseState.Taken, PromiseBy = nextWordBy, ClosedAt = null, CloseReason = null },
            [Entry(CaseEventRow.Reopened) with { PromiseBy = nextWordBy }]),
        TicketState.Waiting when !before.IsClosed => new CaseChange(before with { State = CaseState.Waiting, PromiseBy = null }, []),
        _ => new CaseChange(before, [])
    };

    private CaseEventRow Entry(string kind) => new() { At = at, Kind = kind, Who = who };
}
