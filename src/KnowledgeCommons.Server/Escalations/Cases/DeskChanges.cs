using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>What a technician can do with a case. Each is a pure step with entries that tell the reader who did what.</summary>
internal static class DeskChanges
{
    public static CaseChange Take(CaseRow before, Person me, DateTimeOffset now) =>
        new(Held(before, me, now) with { State = CaseState.Taken }, [By(me, now) with { Kind = CaseEventRow.Taken }]);

    /// <summary>Says that the work has begun. The promise of the next word stays.</summary>
    public static CaseChange Work(CaseRow before, Person me, DateTimeOffset now) =>
        new(Held(before, me, now) with { State = CaseState.Working }, [By(me, now) with { Kind = CaseEventRow.Working }]);

    /// <summary>An answer is the promised word. It may ask the reader something, promise the next word, and carry an article.</summary>
    public static CaseChange Answer(CaseRow before, Person me, Answer answer, DateTimeOffset now)
    {
        var after = Word(before, me, answer.PromiseBy, now) with { State = answer.Asks ? CaseState.Waiting : CaseState.Answered };
        var told = By(me, now) with
        {
            Kind = answer.Asks ? CaseEventRow.Asked : CaseEventRow.Answered,
            Words = answer.Words,
            Article = answer.Article?.Value,
            PromiseBy = answer.PromiseBy
        };
        return new CaseChange(after, [told], Addressee.Reader);
    }

    public static CaseChange Promise(CaseRow before, Person me, DateTimeOffset nextWordBy, DateTimeOffset now)
    {
        var after = Word(before, me, nextWordBy, now);
        if (after.State == CaseState.Received) after = after with { State = CaseState.Taken };
        return new CaseChange(after, [By(me, now) with { Kind = CaseEventRow.Promised, PromiseBy = nextWordBy }], Addressee.Reader);
    }

    /// <summary>Says how an article did. What was said of it before in this case holds no more; what it lacks is between technicians.</summary>
    public static CaseChange Use(CaseRow before, Person me, ArticleUse use, DateTimeOffset now)
    {
        var slug = use.Article.Slug.Value;
        var after = use.Answer == ArticleUse.Wrong
            ? before with { ArticleFailed = slug, ArticleHelped = before.ArticleHelped == slug ? null : before.ArticleHelped }
            : before with { ArticleHelped = slug, ArticleFailed = before.ArticleFailed == slug ? null : before.ArticleFailed };
        var kind = use.Answer switch { ArticleUse.Wrong => CaseEventRow.Failed, ArticleUse.ExtraStep => CaseEventRow.ExtraStep, _ => CaseEventRow.Helped };
        var isPrivate = use.Step is null ? 0 : 1;
        return new CaseChange(after, [By(me, now) with { Kind = kind, Article = slug, Words = use.Step, IsPrivate = isPrivate }]);
    }

    public static CaseChange Close(CaseRow before, Person me, string reason, string words, DateTimeOffset now)
    {
        var after = Word(before, me, nextWordBy: null, now) with { State = CaseState.Closed, ClosedAt = now, CloseReason = reason };
        return new CaseChange(after, [By(me, now) with { Kind = CaseEventRow.Closed, Reason = reason, Words = words }], Addressee.Reader);
    }

    public static CaseChange Reopen(CaseRow before, Person me, string? words, DateTimeOffset nextWordBy, DateTimeOffset now)
    {
        var after = Word(before, me, nextWordBy, now) with
        {
            State = CaseState.Taken,
            SolvedAt = null,
            ClosedAt = null,
            CloseReason = null
        };
        return new CaseChange(after, [By(me, now) with { Kind = CaseEventRow.Reopened, Words = words, PromiseBy = nextWordBy }]);
    }

    /// <summary>
    /// The promise goes with the case, unless <paramref name="promiseBy"/> says what the other one can keep; then the reader is told too. A team still
    /// has to decide who takes it.
    /// </summary>
    public static CaseChange HandOver(CaseRow before, Person me, Person to, string why, DateTimeOffset? promiseBy, DateTimeOffset now)
    {
        var after = promiseBy is null ? Held(before, to, now) : Held(before, to, now).Promising(promiseBy, now);
        after = to.IsTeam ? after with { TakenAt = null, State = CaseState.Received } : after with { State = CaseState.Taken };
        return new CaseChange(after, [By(me, now) with { Kind = CaseEventRow.HandedOver, Whom = to.Name, Words = why, PromiseBy = promiseBy }],
            promiseBy is null ? [Addressee.Owner] : [Addressee.Owner, Addressee.Reader]);
    }

    public static CaseChange Note(CaseRow before, Person me, string words, DateTimeOffset now) =>
        new(before, [By(me, now) with { Kind = CaseEventRow.Noted, Words = words, IsPrivate = 1 }]);

    // Whoever acts has the case from then on, so that the receipt names somebody who knows it.
    private static CaseRow Held(CaseRow before, Person by, DateTimeOffset now) =>
        before with { Owner = by.Key.Length == 0 ? null : by.Key, OwnerName = by.Name, TakenAt = before.TakenAt ?? now };

    // A person writes to the reader: what was missed before is over.
    private static CaseRow Word(CaseRow before, Person by, DateTimeOffset? nextWordBy, DateTimeOffset now) =>
        Held(before, by, now).Promising(nextWordBy, now) with { Misses = 0 };

    private static CaseEventRow By(Person me, DateTimeOffset now) => new() { At = now, Who = me.Name };
}
