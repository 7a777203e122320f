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
            : Word(before, nextWordBy: null) with { State = CaseState.Answered };
        return new CaseChange(after, [Entry(CaseEventRow.Answered) with { Words = words, Article = article?.Value }], Addressee.Reader);
    }

    /// <summary>What the reader has confirmed as solved stays so, until the reader says otherwise.</summary>
    public CaseChange Move(CaseRow before, TicketState state, string? reason, DateTimeOffset nextWordBy) => state switch
    {
        TicketState.Closed when !before.IsClosed => new CaseChange(
            Word(before, nextWordBy: null) with { State = CaseState.Closed, ClosedAt = at, CloseReason = reason ?? CloseReason.Other },
            [Entry(CaseEventRow.Closed) with { Reason = reason ?? CloseReason.Other }], Addressee.Reader),
        TicketState.Open when before.IsClosed && before.SolvedAt is null => new CaseChange(
            Word(before, nextWordBy) with { State = CaseState.Taken, ClosedAt = null, CloseReason = null },
            [Entry(CaseEventRow.Reopened) with { PromiseBy = nextWordBy }]),
        TicketState.Waiting when !before.IsClosed && before.State != CaseState.Waiting =>
            new CaseChange(before.Promising(null, at) with { State = CaseState.Waiting }, [Entry(CaseEventRow.Waits)]),
        _ => new CaseChange(before, [])
    };

    // A person has dealt with it: what was missed before is over.
    private CaseRow Word(CaseRow before, DateTimeOffset? nextWordBy) =>
        before.Promising(nextWordBy, at) with { Misses = 0, TakenAt = before.TakenAt ?? at };

    private CaseEventRow Entry(string kind) => new() { At = at, Kind = kind, Who = who };
}
